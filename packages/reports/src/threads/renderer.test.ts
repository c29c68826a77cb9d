import { setInterval } from 'node:timers';
import { afterEach, expect, test } from 'vitest';
import { madeUpPaper } from '../../testing/made-up-paper.ts';
import type { DocumentTask } from './render.ts';
import {
  createRenderer,
  RenderedTooLong,
  type Renderer,
  RendererFull,
  type RendererOptions,
} from './renderer.ts';

const renderers: Renderer[] = [];
afterEach(async () => {
  await Promise.all(renderers.splice(0).map((each) => each.close()));
});
function renderer(options: Partial<RendererOptions> = {}): Renderer {
  const made = createRenderer(options);
  renderers.push(made);
  return made;
}

const never = new AbortController().signal;
const sheetOf = (units: number): DocumentTask => ({
  ...{ kind: 'sheet', format: 'pdf', paper: madeUpPaper({ units, language: 'en' }) },
});

test('a document is made beside everything else, and more than may wait are refused', async () => {
  const { render } = renderer({ waiting: 1 });
  let ticks = 0;
  const clock = setInterval(() => ticks++, 5);
  const first = render(sheetOf(200), never);
  const second = render(sheetOf(3), never);
  await expect(render(sheetOf(3), never)).rejects.toThrow(RendererFull);
  expect((await first).subarray(0, 5).toString()).toBe('%PDF-');
  expect((await second).length).toBeGreaterThan(1000);
  clearInterval(clock);
  expect(ticks).toBeGreaterThan(10);
});

test('what nobody waits for is given up, what takes too long too, and the next is made all the same', async () => {
  const { render } = renderer();
  const gone = new AbortController();
  const left = render(sheetOf(300), gone.signal);
  setTimeout(() => gone.abort(new Error('left')), 50);
  await expect(left).rejects.toThrow('left');
  expect((await render(sheetOf(3), never)).length).toBeGreaterThan(1000);
  const hurried = renderer({ patience: 20 });
  await expect(hurried.render(sheetOf(300), never)).rejects.toThrow(RenderedTooLong);
});
