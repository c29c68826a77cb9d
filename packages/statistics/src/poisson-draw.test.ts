import { expect, test } from 'vitest';
import { poissonTails } from './distributions/index.ts';
import { poissonDraw } from './poisson-draw.ts';
import { seededRandom } from './random.ts';

test.each([0.001, 0.5, 7, 29.9, 30, 400])('counts around %d follow the distribution', (mean) => {
  const draw = poissonDraw(seededRandom(3));
  const counts = Array.from({ length: 20_000 }, () => draw(mean));
  for (const deviation of [-2, -1, 0, 1, 2]) {
    const bound = Math.floor(mean + deviation * Math.sqrt(mean));
    const share = counts.filter((count) => count <= bound).length / counts.length;
    expect(Math.abs(share - poissonTails(bound, mean).lower)).toBeLessThan(0.012);
  }
});
