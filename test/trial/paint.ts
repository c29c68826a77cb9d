/**
 * Measures how soon the first page stands, and whether anything moves. `pnpm trial paint [address] [runs]`.
 */
import { launchBrowser } from '../browser/launch-browser.ts';

const [address = 'http://localhost:8080', runs = '9'] = process.argv.slice(2);

/** What a page tells of its own painting, times in milliseconds from the navigation on. */
interface Painting {
  first: number;
  largest: number;
  /** The element painted largest. */
  element: string;
  /** The sum of all shifts of the layout. */
  shift: number;
  shifted: string[];
}

/** Runs in the page: listens before anything is painted. */
function listen(): void {
  const painting: Painting = { first: 0, largest: 0, element: '', shift: 0, shifted: [] };
  Object.assign(window, { painting });
  const named = (node: Node | null | undefined): string =>
    node instanceof Element ? `${node.tagName.toLowerCase()}.${node.getAttribute('class') ?? ''}` : '';
  const watch = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  watch('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') painting.first = startTime;
  });
  watch('largest-contentful-paint', (entry) => {
    painting.largest = entry.startTime;
    painting.element = named((entry as PerformanceEntry & { element?: Element }).element);
  });
  watch('layout-shift', (entry) => {
    const { value, sources = [] } = entry as PerformanceEntry & {
      value: number;
      sources?: { node?: Node | null }[];
    };
    painting.shift += value;
    painting.shifted.push(...sources.map(({ node }) => named(node)));
  });
}

const browser = await launchBrowser();

/** One visit with empty caches. */
async function visit(): Promise<Painting> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  // A function is sent as text; the runner of TypeScript wraps names in a call the page does not know.
  await page.addInitScript(`globalThis.__name = (f) => f; (${listen.toString()})()`);
  await page.goto(address);
  await page.waitForFunction(
    () =>
      document.querySelectorAll('[data-testid^=panel-]').length > 0 &&
      [...document.querySelectorAll('[data-testid^=panel-]')].every(
        (panel) => panel.getAttribute('data-state') === 'ready',
      ),
  );
  await page.waitForTimeout(1500);
  const painting = await page.evaluate(() => (window as unknown as { painting: Painting }).painting);
  await context.close();
  return painting;
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
await visit();
const visits: Painting[] = [];
for (let run = 0; run < Number(runs); run++) {
  const painting = await visit();
  visits.push(painting);
  const { first, largest, element, shift, shifted } = painting;
  console.log(
    `first ${first.toFixed(0)} ms, largest ${largest.toFixed(0)} ms ${element}, shift ${shift.toFixed(4)} ${shifted.join(' ')}`,
  );
}
console.log(
  `median of ${runs}: first ${median(visits.map(({ first }) => first)).toFixed(0)} ms, largest ${median(visits.map(({ largest }) => largest)).toFixed(0)} ms, shift ${median(visits.map(({ shift }) => shift)).toFixed(4)}`,
);
await browser.close();
