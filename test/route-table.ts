import type { Permission } from '@hotline-atlas/model';

/** Methods every address is asked with. */
export const methods = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type Method = (typeof methods)[number];

/** What the document of the API says of one operation. */
interface Described {
  'x-permission': readonly string[];
}

/** The part of the document that says what there is, and for whom. */
export interface Document {
  paths: Record<string, Record<string, Described>>;
}

/** Who asks in the matrix. */
export interface Asker {
  name: string;
  headers: Record<string, string>;
  /** Nobody: not known, or not any more. */
  known: boolean;
  by: 'session' | 'token' | 'nobody';
  /** Districts whose appeals they see. */
  sees: readonly string[];
  texts: boolean;
  may: readonly Permission[];
}

const everything: readonly Permission[] = ['keep', 'share', 'annotate', 'export', 'token'];

/** What people of each role may do, by hand: not read from where the server reads it. */
export const mayOf: Record<string, readonly Permission[]> = {
  leader: everything,
  official: [...everything, 'object'],
  evaluator: [...everything, 'object', 'evaluate'],
  researcher: everything,
  operator: ['keep', 'desk'],
  administrator: ['administer', 'erase'],
};

/** The addresses anybody may ask, and no other: by hand, so that none is opened by mistake. */
export const openToAll: readonly string[] = [
  'get /api/auth/callback/{provider}',
  'get /api/health',
  'get /api/session',
  'get /api/sign-in/sso/{provider}',
  'post /api/invitation',
  'post /api/invitation/check',
  'post /api/sign-in',
  'post /api/sign-out',
];

/** Addresses whose answers are made of appeals. */
export const ofAppeals: readonly string[] = [
  'alarms',
  'answers',
  'appeals',
  'appeals/{id}/related',
  'backlog',
  'change',
  'clusters',
  'evaluation',
  'evaluation/bulletin',
  'evaluation/integrity',
  'evaluation/letter',
  'evaluation/course',
  'evaluation/sheet',
  'evaluation/unit',
  'export',
  'export/about',
  'find',
  'findings',
  'growth',
  'hotspots',
  'monthly-topics/candidates',
  'places',
  'query',
  'rates',
  'repeats',
  'ripeness',
  'trend',
].map((name) => `/api/${name}`);

/** Addresses that are not begun to be told their head. */
const takenAway: readonly string[] = [
  'export',
  'evaluation/bulletin',
  'evaluation/letter',
  'evaluation/sheet',
].map((name) => `/api/${name}`);

/** Parameters with which a question of Riverton is answered. */
const questions: Record<string, string> = {
  alarms: 'as_of=2023-02-01&watch=day',
  answers: new URLSearchParams([['question', 'metrics=appeals&by=district']]).toString(),
  appeals: 'limit=1000',
  backlog: 'step=week&points=4',
  change: 'by=topic1&from=2023-01-15&to=2023-02-01',
  clusters: 'level=subdistrict&step=week&from=2023-01-01&to=2023-02-01',
  evaluation: 'month=2023-01&group=district',
  'evaluation/bulletin': 'month=2023-01',
  'evaluation/integrity': 'month=2023-01&group=district',
  'evaluation/letter': 'month=2023-01&group=district&unit=nobody',
  'evaluation/course': 'group=district&to=2023-02&months=2',
  'evaluation/unit': 'month=2023-01&group=district&unit=north',
  'evaluation/sheet': 'month=2023-01&group=district&format=xlsx',
  export: 'format=csv',
  'export/about': 'format=csv',
  growth: 'rows=district&columns=topic1&from=2023-01-15&to=2023-02-01',
  find: 'text=north',
  hotspots: 'level=district&from=2023-01-01&to=2023-02-01',
  'monthly-topics/candidates': 'month=2023-01',
  places: 'cells=8831aa41abfffff',
  query: 'metrics=appeals&by=district',
  rates: 'by=subdistrict&metric=on_time_rate',
  trend: 'metric=appeals&grain=week',
};

/** The operation a path and a method lead to, as the server finds it; null where there is no such address. */
export function operationAt(document: Document, path: string) {
  const asked = path.split('?')[0] ?? '';
  const found = Object.entries(document.paths).find(([template]) =>
    new RegExp(`^${template.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}/?$`, 'i').test(asked),
  );
  return found ? { template: found[0], operations: found[1] } : null;
}

/** The status an asker must get. `let in`: not refused; what then depends on what was sent. */
export type Expected = 401 | 403 | 404 | 405 | 'let in';

const meets = ({ by, sees, may }: Asker, requirement: string): boolean => {
  if (requirement === 'signed in') return true;
  if (requirement === 'session') return by === 'session';
  if (requirement === 'data') return sees.length > 0;
  if (requirement === 'object or evaluate') return may.includes('object') || may.includes('evaluate');
  return may.includes(requirement as Permission);
};

/** What the table says: of a path, a method and an asker. */
export function expectedOf(document: Document, path: string, method: Method, asker: Asker): Expected {
  const at = operationAt(document, path);
  if (!at) return 404;
  const withoutHead = takenAway.includes(at.template);
  const name = method === 'HEAD' && !withoutHead ? 'get' : method.toLowerCase();
  const operation = at.operations[name];
  if (!operation) return 405;
  const requirements = operation['x-permission'];
  if (requirements.length === 0) return 'let in';
  if (!asker.known) return 401;
  return requirements.every((requirement) => meets(asker, requirement)) ? 'let in' : 403;
}

/** What stands for the parts of an address: as the document writes them, as the source does, and worse. */
const parts = [':id', '00000000-0000-4000-8000-000000000000', '..%2f..%2fquery'];

/** Addresses to ask: every one there is, in the forms one may try, and ones there are not. */
export function addressesOf(document: Document): string[] {
  const known = Object.keys(document.paths).flatMap((template) => {
    const question = questions[template.replace('/api/', '')];
    const whole = question ? `${template}?${question}` : template;
    if (template.includes('{')) return parts.map((part) => template.replace(/\{\w+\}/g, part));
    return [whole, `${template.toUpperCase().replace('/API', '/api')}/?token=x`];
  });
  const unknown = Object.keys(document.paths).map(
    (template) => `${template.replace(/\{\w+\}/g, 'x')}/none/none`,
  );
  const guessed = ['admin', 'users', '.env', 'graphql', 'debug', 'auth/get-session'];
  const betterAuth = [
    'auth/sign-up/email',
    'auth/sign-in/email',
    'auth/list-sessions',
    'auth/two-factor/disable',
  ];
  return [...known, ...unknown, ...[...guessed, ...betterAuth].map((name) => `/api/${name}`)];
}
