export type { BulletinGroup } from './evaluation/bulletin.ts';
export type { EvaluationPaper, PaperUnit } from './evaluation/paper.ts';
export type { DocumentTask } from './threads/render.ts';
export { createRenderer, RenderedTooLong, type Renderer, RendererFull } from './threads/renderer.ts';
