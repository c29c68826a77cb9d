import { neighboursFromPairs } from '@hotline-atlas/statistics';
import { type HotspotsInput, judgeHotspots } from '../hotspots/judge.ts';

const side = 45;
const steps = 24;

/** A square of places that touch by their sides, with counts that differ as much as those of a city. */
function madeUp(): HotspotsInput {
  const places = side * side;
  const touching = Array.from({ length: places }, (_, place) => [
    ...(place % side < side - 1 ? [[place, place + 1] as const] : []),
    ...(place < places - side ? [[place, place + side] as const] : []),
  ]).flat();
  const seeds = Uint32Array.from({ length: places }, (_, place) => Math.imul(place + 1, 0x9e3779b1));
  const expected = Float64Array.from({ length: places * steps }, (_, at) => 0.1 + ((at * 7919) % 97) / 4);
  return {
    counts: expected.map((mean, at) => Math.round(mean * (0.5 + ((at * 104_729) % 101) / 100))),
    expected,
    places,
    steps,
    neighbours: neighboursFromPairs(places, touching),
    placeSeeds: seeds,
    stepSeeds: seeds.slice(0, steps),
    alpha: 0.05,
  };
}

/** Judges made-up counts, so that the thread has compiled the statistics before the first question. */
export function warmUp(): void {
  judgeHotspots(madeUp());
}
