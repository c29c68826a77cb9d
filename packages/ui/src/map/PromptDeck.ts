import { Deck, type MapView } from '@deck.gl/core';

/** A map that can be drawn at once: paper does not wait for the next frame. */
export class PromptDeck extends Deck<MapView> {
  drawNow(): void {
    this.layerManager?.updateLayers();
    this.redraw('at once');
  }
}
