import { kindOf, RequestFailed, request, send } from './request.ts';

/** Asks an address, in one request with what else is asked in the same moment. */
export type AskTogether = (address: string, signal: AbortSignal) => Promise<unknown>;

interface Waiting {
  question: string;
  signal: AbortSignal;
  /** Whether it has been answered, or failed. */
  done: boolean;
  answer: (body: unknown) => void;
  fail: (error: unknown) => void;
}

/** A line of `/api/answers`. */
interface Line {
  question: number;
  answer?: unknown;
  problem?: { status: number; detail: string };
}

/** Questions have these addresses. */
const path = 'query?';
/** The server understands addresses of up to 8,000 characters. */
const longestAddress = 7500;

/** The lines of a body, each as soon as it is whole. */
async function* linesOf(response: Response): AsyncGenerator<Line> {
  let text = '';
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    const lines = (text + read.value).split('\n');
    text = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line) as Line;
  }
}

const addressOf = (group: readonly Waiting[]): string =>
  `answers?${new URLSearchParams(group.map(({ question }) => ['question', question]))}`;

/** As few groups as their addresses leave room for. */
function groupsOf(waiting: readonly Waiting[]): Waiting[][] {
  const groups: Waiting[][] = [];
  for (const each of waiting) {
    const last = groups.at(-1);
    if (last && addressOf([...last, each]).length <= longestAddress) last.push(each);
    else groups.push([each]);
  }
  return groups;
}

/** A signal that aborts once all who still wait have left. */
function whenAllLeft(group: readonly Waiting[]): AbortSignal {
  const leaving = new AbortController();
  const check = () => {
    if (group.every(({ done, signal }) => done || signal.aborted)) leaving.abort();
  };
  for (const { signal } of group) signal.addEventListener('abort', check, { once: true });
  return leaving.signal;
}

function tell(waiting: Waiting | undefined, { answer, problem }: Line): void {
  if (!waiting) return;
  waiting.done = true;
  if (problem) waiting.fail(new RequestFailed(kindOf(problem.status), problem.status, problem.detail));
  else waiting.answer(answer);
}

const cutOff = () => new RequestFailed('failed', 502, 'The answer was cut off');

async function ask(group: readonly Waiting[]): Promise<void> {
  const [only, ...more] = group;
  if (only && more.length === 0) return only.answer(request(path + only.question, only.signal));
  try {
    const response = await send(addressOf(group), whenAllLeft(group));
    for await (const line of linesOf(response)) tell(group[line.question], line);
    throw cutOff();
  } catch (error) {
    // Half a line is no line.
    for (const { fail } of group) fail(error instanceof SyntaxError ? cutOff() : error);
  }
}

/** Lets what is asked in the same moment be asked in one request: the server then reads it together. */
export function askingTogether(): AskTogether {
  let waiting: Waiting[] = [];
  const askAll = () => {
    const all = waiting;
    waiting = [];
    for (const group of groupsOf(all)) void ask(group);
  };
  return (address, signal) => {
    if (!address.startsWith(path)) return request(address, signal);
    return new Promise((answer, fail) => {
      waiting.push({ question: address.slice(path.length), signal, done: false, answer, fail });
      if (waiting.length === 1) queueMicrotask(askAll);
    });
  };
}
