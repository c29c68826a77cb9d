import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createNavigation, type Prefetch } from './navigation.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** A navigation of a window that stands at `/map`; what is prefetched is told by its page. */
function opened(prefetch: (page: string) => ReturnType<Prefetch>) {
  const location = { pathname: '/map', search: '', hash: '' };
  const move = (state: unknown, _title: string, address: string) => {
    history.state = state;
    [location.pathname = '', location.search = ''] = address.split(/(?=\?)/);
  };
  const history = { state: null as unknown, pushState: move, replaceState: move };
  const host = { location, history, addEventListener: vi.fn() } as unknown as Window;
  const navigation = createNavigation(host, (_, { page }) => prefetch(page));
  const shown = () => {
    const { chosen, drawn } = navigation.addresses();
    return [chosen.state.page, drawn.state.page];
  };
  return { ...navigation, shown };
}

function later(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

const never = () => new Promise(() => undefined);

test('panels wait until the latest choice is answered', async () => {
  const answered = later();
  const { change, shown, depth } = opened(() => answered.promise);
  change({ page: 'trend' });
  expect(shown()).toEqual(['trend', 'map']);
  answered.resolve();
  await vi.advanceTimersByTimeAsync(0);
  expect(shown()).toEqual(['trend', 'trend']);
  expect(depth()).toBe(1);
});

test('they wait a quarter of a second at the most', async () => {
  const { change, shown } = opened(never);
  change({ page: 'trend' });
  await vi.advanceTimersByTimeAsync(249);
  expect(shown()).toEqual(['trend', 'map']);
  await vi.advanceTimersByTimeAsync(1);
  expect(shown()).toEqual(['trend', 'trend']);
});

test('answers to a choice that was left draw nothing; where nothing is missing all is drawn at once', async () => {
  const first = later();
  const { change, shown, depth } = opened((page) =>
    page === 'trend' ? first.promise : page === 'units' ? never() : null,
  );
  change({ page: 'trend' });
  change({ page: 'units' });
  first.resolve();
  await vi.advanceTimersByTimeAsync(0);
  expect(shown()).toEqual(['units', 'map']);
  change({ page: 'appeals' }, 'replace');
  expect(shown()).toEqual(['appeals', 'appeals']);
  expect(depth()).toBe(2);
});

test('what is prefetched is asked, and nothing moves', () => {
  const asked: string[] = [];
  const { prefetch, shown } = opened((page) => {
    asked.push(page);
    return Promise.resolve();
  });
  prefetch({ page: 'map' });
  prefetch({ page: 'trend' });
  expect(asked).toEqual(['trend']);
  expect(shown()).toEqual(['map', 'map']);
});
