import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { skipN } from 'pure-rand/utils/skipN';

/** A stream of uniform numbers in the open interval (0, 1). */
export type UniformRandom = () => number;

/** The first numbers of the generator hardly depend on a small seed; these are passed over. */
const unmixed = 64;

/**
 * Spreads seeds 1, 2, 3 … over all 32 bits: neighbours would give streams that go together (MurmurHash3's
 * finaliser).
 */
function spread(seed: number): number {
  let mixed = Math.imul(seed ^ (seed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/**
 * A repeatable stream: the same seed gives the same numbers on every machine.
 * xoroshiro128+ (Blackman & Vigna 2018) from `pure-rand`; 32 bits a draw, and neither 0 nor 1 ever comes.
 *
 * @param seed an integer of up to 32 bits
 */
export const seededRandom = (seed: number): UniformRandom => {
  const generator = xoroshiro128plus(spread(seed));
  skipN(generator, unmixed);
  return () => ((generator.next() >>> 0) + 0.5) / 0x1_0000_0000;
};

/** A whole number in [0, `below`), for `below` up to some millions (the bias is below/2³²). */
export const randomInteger = (random: UniformRandom, below: number): number => Math.floor(random() * below);
