export { type MadeUp, madeUpPaper } from './made-up-paper.ts';
