export * from './change/index.ts';
export * from './counts/index.ts';
export * from './distributions/index.ts';
export { poissonDraw } from './poisson-draw.ts';
export { randomInteger, seededRandom, type UniformRandom } from './random.ts';
export * from './rates/index.ts';
export * from './space/index.ts';
export * from './time/index.ts';
