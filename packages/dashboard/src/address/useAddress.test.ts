import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const location = { pathname: '/', search: '?a' };

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers();
  location.search = '?a';
  const move = (state: unknown, _title: string, address: string) => {
    Object.assign(history, { state });
    location.search = address.slice(1);
  };
  const history = { state: null, pushState: move, replaceState: move };
  vi.stubGlobal('window', { location, history, addEventListener: vi.fn(), removeEventListener: vi.fn() });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const load = () => import('./useAddress.ts');

function later(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

test('panels keep still until what was chosen is answered', async () => {
  const { addresses, goTo, onMoving } = await load();
  const answered = later();
  onMoving(() => answered.promise);
  goTo('?b', 'push');
  expect(addresses()).toEqual({ chosen: '?b', drawn: '?a' });
  answered.resolve();
  await vi.advanceTimersByTimeAsync(0);
  expect(addresses()).toEqual({ chosen: '?b', drawn: '?b' });
});

test('they keep still for a quarter of a second at the most', async () => {
  const { addresses, goTo, onMoving } = await load();
  onMoving(() => new Promise(() => undefined));
  goTo('?b', 'push');
  await vi.advanceTimersByTimeAsync(249);
  expect(addresses().drawn).toBe('?a');
  await vi.advanceTimersByTimeAsync(1);
  expect(addresses().drawn).toBe('?b');
});

test('answers to a choice that was left draw nothing, and where nothing is waited for all is drawn at once', async () => {
  const { addresses, goTo, onMoving } = await load();
  const first = later();
  onMoving((search) => (search === '?b' ? first.promise : new Promise(() => undefined)));
  goTo('?b', 'push');
  goTo('?c', 'push');
  first.resolve();
  await vi.advanceTimersByTimeAsync(0);
  expect(addresses()).toEqual({ chosen: '?c', drawn: '?a' });
  onMoving(() => null);
  goTo('?d', 'replace');
  expect(addresses()).toEqual({ chosen: '?d', drawn: '?d' });
});

test('what is anticipated is asked, and nothing moves', async () => {
  const { addresses, anticipate, onMoving } = await load();
  const asked: string[] = [];
  onMoving((search) => {
    asked.push(search);
    return Promise.resolve();
  });
  anticipate('?a');
  anticipate('?b');
  expect(asked).toEqual(['?b']);
  expect(addresses()).toEqual({ chosen: '?a', drawn: '?a' });
});
