import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A stream of uniform numbers in the open interval (0, 1). */
export type UniformRandom = () => number;

/**
 * A repeatable stream: the same seed gives the same numbers on every machine.
 * xoroshiro128+ (Blackman & Vigna 2018) from `pure-rand`; 32 bits a draw, and neither 0 nor 1 ever comes.
 *
 * @param seed any integer
 */
export const seededRandom = (seed: number): UniformRandom => {
  const generator = xoroshiro128plus(seed);
  return () => ((generator.next() >>> 0) + 0.5) / 0x1_0000_0000;
};

/** A whole number in [0, `below`), for `below` up to some millions (the bias is below/2³²). */
export const randomInteger = (random: UniformRandom, below: number): number => Math.floor(random() * below);
