export { scopedTo } from './scoped.ts';
export * from './story.ts';
