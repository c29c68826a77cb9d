/** Pages with figures, by the names the state knows them by. */
export const pages = [
  'city',
  'area',
  'topic',
  'unit',
  'appeal',
  'alert',
  'overview',
  'alarms',
  'map',
  'trend',
  'units',
  'appeals',
  'evaluation',
  'schemes',
  'integrity',
  'monthlyTopics',
  'missing',
] as const;
export type Page = (typeof pages)[number];

/**
 * Where an address leads: a page, and the object it is about; empty for pages about no single object. The
 * object of `missing` is the path that names no page.
 */
export interface Place {
  page: Page;
  object: string;
}

/** Pages whose first part of the path is not their name. */
const partOf: Partial<Record<Page, string>> = {
  alarms: 'alerts',
  appeals: 'orders',
  monthlyTopics: 'monthly-topics',
};

const objectPages: ReadonlySet<Page> = new Set(['area', 'topic', 'unit', 'appeal', 'alert']);

/**
 * Pages that show a list, or one of its objects where the address names one: `/evaluation`,
 * `/evaluation/110105`.
 */
const listPages: ReadonlySet<Page> = new Set(['evaluation', 'monthlyTopics']);

/** The object of the page of appeals whose district is not known. */
export const unknownArea = 'unknown';

/** Whether a page is about one object, which its address names. */
const isObjectPage = (page: Page): boolean => objectPages.has(page);

const pageOfPart = new Map(
  pages.filter((page) => page !== 'missing').map((page) => [partOf[page] ?? page, page]),
);

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

/** Parameters that say how a page looks, not what it shows. */
const looks: ReadonlySet<string> = new Set(['lang', 'theme', 'wall']);

/** Whether an address names no page: who asks is led to their home. */
export const isHome = (pathname: string, sent: URLSearchParams): boolean =>
  pathname === '/' && [...sent.keys()].every((name) => looks.has(name));

/**
 * The page of an address. Former addresses name it as `page`, with the overview as the usual one. A path that
 * names no page is `missing`.
 */
export function placeOf(pathname: string, sent: URLSearchParams): Place {
  const [, first = '', object = ''] = pathname.split('/');
  if (first === '' && !isHome(pathname, sent)) {
    const former = pages.find((page) => page === sent.get('page') && !isObjectPage(page));
    return { page: former ?? 'overview', object: '' };
  }
  if (first === '') return { page: 'city', object: '' };
  const page = pageOfPart.get(first);
  if (!page) return { page: 'missing', object: pathname };
  const named = decoded(object);
  if (listPages.has(page) && (object === '' || named !== '')) return { page, object: named };
  if (!isObjectPage(page) && !listPages.has(page)) return { page, object: '' };
  return named === '' ? { page: 'missing', object: pathname } : { page, object: named };
}

/** The path of a page: `/trend`, `/area/110106`. */
export function pathOf({ page, object }: Place): string {
  if (page === 'missing') return object;
  const part = partOf[page] ?? page;
  const isNamed = isObjectPage(page) || (listPages.has(page) && object !== '');
  return isNamed ? `/${part}/${encodeURIComponent(object)}` : `/${part}`;
}
