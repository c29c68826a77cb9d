import type { AtlasServer } from './atlas-server.ts';

/** Somebody who asks, and the numbers of the appeals they may be told of. */
export interface Asking {
  name: string;
  seen: ReadonlySet<string>;
}

/** What came of asking in parallel. */
export interface Hammered {
  answers: number;
  notModified: number;
  /** Refused because too much was asked at once. */
  busy: number;
  /** What was not as it was when nobody else asked. */
  wrong: string[];
}

const addresses = [
  'query?metrics=appeals&by=district',
  'query?metrics=appeals,callers,median_hours_to_close&by=month,unit',
  'query?metrics=resolution_rate&by=topic1&compare=year',
  'query?metrics=appeals&by=cell&resolution=7',
  'query?metrics=appeals&by=month&where=district:south',
  `answers?${new URLSearchParams([
    ['question', 'metrics=appeals&by=topic1'],
    ['question', 'metrics=appeals,on_time_rate'],
    ['question', 'metrics=appeals&by=unit&where=topic1:housing'],
  ])}`,
  'appeals?limit=20',
  'appeals?q=heating&limit=5',
  'appeals?where=district:south&limit=5',
  'export?format=ndjson&from=2023-07-01',
  'export?format=csv&from=2023-07-01',
  'hotspots?level=subdistrict&step=quarter',
  'rates?by=unit',
  'trend?metric=appeals',
  'alarms?as_of=2023-06-01',
  'change?by=district&from=2023-05-01&to=2023-07-01',
  'growth?rows=unit&from=2023-06-01&to=2023-07-01',
  'clusters?level=district&step=month&from=2022-06-01&to=2023-07-01',
  'findings?from=2023-05-01&to=2023-06-01',
  'ripeness',
  'meta',
  'health',
];

const passing = new Set(['milliseconds', 'judging_milliseconds', 'rows_read', 'next_cursor', 'source']);

/** A body without what differs between two right answers; lines in any order. */
const figuresOf = (body: string): string =>
  body
    .split('\n')
    .sort()
    .map((line) => {
      if (!line.startsWith('{')) return line;
      return JSON.stringify(
        JSON.parse(line, (key, value: unknown) => (passing.has(key) ? undefined : value)),
      );
    })
    .join('\n');

interface Known {
  figures: string;
  tag: string | null;
}

/** Numbers from 0 to 1 that are the same every time. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

const get = (server: AtlasServer, { name }: Asking, address: string, tag: string | null = null) =>
  server.fetch(`/api/${address}`, { 'x-who': name, ...(tag !== null && { 'If-None-Match': tag }) });

/** The ETag of an answer that is kept; a weak one is a hash of the body, and changes with milliseconds. */
function tagOf(response: Response): string | null {
  const tag = response.headers.get('etag');
  return tag?.startsWith('W/') ? null : tag;
}

/** What each is answered while nobody else asks. */
async function alone(server: AtlasServer, people: readonly Asking[]): Promise<Map<string, Known>> {
  const known = new Map<string, Known>();
  for (const person of people)
    for (const address of addresses) {
      const response = await get(server, person, address);
      const figures = figuresOf(await response.text());
      if (response.status !== 200)
        throw new Error(`${person.name} ${address}: ${response.status} ${figures}`);
      known.set(`${person.name} ${address}`, { figures, tag: tagOf(response) });
    }
  return known;
}

const workers = 3;
const sometimes = 1 / 3;

/**
 * People ask the same questions in parallel for some seconds, at times with the ETag of their own answer, at
 * times with another's. Every answer must be what they got when nobody else asked.
 */
export async function hammer(
  server: AtlasServer,
  people: readonly Asking[],
  seconds: number,
): Promise<Hammered> {
  const known = await alone(server, people);
  const outcome: Hammered = { answers: 0, notModified: 0, busy: 0, wrong: [] };
  const of = ({ name }: Asking, address: string) => known.get(`${name} ${address}`);
  for (const address of addresses) {
    const tags = people.flatMap((person) => of(person, address)?.tag ?? []);
    if (new Set(tags).size !== tags.length) outcome.wrong.push(`${address}: an ETag of several people`);
  }
  const until = Date.now() + 1000 * seconds;
  const work = async (person: Asking, chance: Iterator<number>) => {
    const next = () => Number(chance.next().value);
    while (Date.now() < until) {
      const address = addresses[Math.floor(next() * addresses.length)] ?? '';
      const owner = people[Math.floor(next() * people.length)];
      const tag = next() < sometimes && owner ? (of(owner, address)?.tag ?? null) : null;
      const response = await get(server, person, address, tag);
      const body = await response.text();
      const told = `${person.name} ${address} with ${tag}: ${response.status}`;
      const own = of(person, address);
      if (response.status === 304) {
        outcome.notModified += 1;
        if (tag === null || tag !== own?.tag) outcome.wrong.push(told);
        continue;
      }
      if (response.status === 503) {
        outcome.busy += 1;
        continue;
      }
      outcome.answers += 1;
      const foreign = (body.match(/i\d{5}x/g) ?? []).filter((id) => !person.seen.has(id));
      if (response.status !== 200 || tagOf(response) !== own?.tag) outcome.wrong.push(told);
      else if (foreign.length > 0) outcome.wrong.push(`${told}: ${foreign}`);
      else if (figuresOf(body) !== own.figures) outcome.wrong.push(`${told}: other figures`);
    }
  };
  await Promise.all(
    people.flatMap((person, at) =>
      Array.from({ length: workers }, (_, index) => work(person, numbers(1 + at * workers + index))),
    ),
  );
  return outcome;
}
