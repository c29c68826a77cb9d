export { madeUpPaper } from './made-up-paper.ts';
