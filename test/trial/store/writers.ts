import { setTimeout } from 'node:timers/promises';
import {
  changeView,
  createView,
  type KeptView,
  removeView,
  restoreView,
  type Store,
  StoreUnreachable,
  type Viewer,
} from '@hotline-atlas/store';

/** What a writer knows of a view it writes. */
export interface Written {
  id: string;
  /** The revision that was acknowledged last. */
  acknowledged: number;
  /** Whether a write is under way, or ended without an answer. */
  open: boolean;
}

const everything: Viewer = { name: 'trial', role: 'trial', scope: null };

/** Writes one view after the other, each several times, and keeps what was acknowledged. */
export class Writer {
  readonly views: Written[] = [];
  /** Writes that ended without an answer. */
  unanswered = 0;
  acknowledged = 0;
  readonly #store: Store;
  readonly #name: string;

  constructor(store: Store, name: string) {
    this.#store = store;
    this.#name = name;
  }

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const viewer = { ...everything, name: this.#name };
      const view = await this.#answered(null, () => createView(this.#store, viewer, contentOf(1)));
      for (let turn = 0; view && turn < 12 && view.open === false && !signal.aborted; turn++)
        await this.#next(view, viewer, turn);
    }
  }

  async #next(view: Written, viewer: Viewer, turn: number): Promise<void> {
    const { id, acknowledged: revision } = view;
    await this.#answered(view, () => {
      if (turn % 4 === 2) return removeView(this.#store, viewer, id);
      if (turn % 4 === 3)
        return restoreView(this.#store, viewer, { id, revision: revision - 1 }, () => undefined);
      return changeView(this.#store, viewer, id, { ...contentOf(revision + 1), revision });
    });
  }

  /** @param view the one that is written; null for a new one @returns it, or null without an answer */
  async #answered(view: Written | null, write: () => Promise<KeptView>): Promise<Written | null> {
    if (view) view.open = true;
    try {
      const { id, revision } = await write();
      this.acknowledged++;
      const written = view ?? { id, acknowledged: 0, open: false };
      Object.assign(written, { acknowledged: revision, open: false });
      if (!view) this.views.push(written);
      return written;
    } catch (error) {
      if (!(error instanceof StoreUnreachable)) throw error;
      this.unanswered++;
      await setTimeout(20);
      return null;
    }
  }
}

const contentOf = (revision: number) => ({
  name: `as of ${revision}`,
  address: `/?q=${'x'.repeat(500)}`,
  version: revision,
  audience: 'me' as const,
});
