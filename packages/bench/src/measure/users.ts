import { addressOf, type Question } from '../questions/question.ts';
import { AskingFailed, receive } from '../sides/ours.ts';
import { quantile, rounded } from '../summary.ts';

/** Many users at once for some seconds. */
export interface UsersFigures {
  name: string;
  users: number;
  seconds: number;
  answered: number;
  /** 503: told to come again in a moment. */
  refused: number;
  failed: number;
  per_second: number;
  p50: number;
  p95: number;
  p99: number;
}

interface Tally {
  milliseconds: number[];
  refused: number;
  failed: number;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function askOnce(url: string, question: Question, tally: Tally): Promise<void> {
  const began = performance.now();
  try {
    await receive(url, addressOf(question));
    tally.milliseconds.push(performance.now() - began);
  } catch (error) {
    if (error instanceof AskingFailed && error.status === 503) tally.refused += 1;
    else tally.failed += 1;
  }
}

function figures(name: string, users: number, seconds: number, tally: Tally): UsersFigures {
  const { milliseconds, refused, failed } = tally;
  const at = (share: number) => rounded(quantile(milliseconds, share));
  return {
    name,
    users,
    seconds: rounded(seconds),
    answered: milliseconds.length,
    refused,
    failed,
    per_second: rounded(milliseconds.length / seconds),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
  };
}

/**
 * Users who each ask one question after another, each from a place of their own in the list: a question
 * another user has just asked would be answered sooner.
 * @param think seconds each waits after an answer; 0 is a closed loop that shows the most that can be
 *   answered
 */
async function closedLoop(
  name: string,
  url: string,
  questions: readonly Question[],
  { users, think, seconds }: { users: number; think: number; seconds: number },
): Promise<UsersFigures> {
  const tally: Tally = { milliseconds: [], refused: 0, failed: 0 };
  const began = performance.now();
  const spent = () => (performance.now() - began) / 1000;
  const user = async (number: number): Promise<void> => {
    await pause(think * 1000 * (number / users));
    for (let at = Math.floor((number / users) * questions.length); spent() < seconds; at++) {
      const question = questions[at % questions.length];
      if (question) await askOnce(url, question, tally);
      if (think > 0) await pause(think * 1000 * (0.5 + ((at * 7919) % 1000) / 1000));
    }
  };
  await Promise.all(Array.from({ length: users }, (_, number) => user(number)));
  return figures(name, users, spent(), tally);
}

const mostOnTheWay = 2000;

/** Questions that arrive at a rate, whether or not those before were answered: what a rush is like. */
async function rush(
  name: string,
  url: string,
  questions: readonly Question[],
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<UsersFigures> {
  const tally: Tally = { milliseconds: [], refused: 0, failed: 0 };
  const underway = new Set<Promise<void>>();
  const began = performance.now();
  const spent = () => (performance.now() - began) / 1000;
  for (let sent = 0; spent() < seconds; await pause(5)) {
    for (const due = Math.floor(spent() * perSecond); sent < due && underway.size < mostOnTheWay; sent++) {
      const question = questions[sent % questions.length];
      if (!question) continue;
      const asking = askOnce(url, question, tally).finally(() => underway.delete(asking));
      underway.add(asking);
    }
  }
  const answeredInTime = { ...tally, milliseconds: [...tally.milliseconds] };
  const whole = spent();
  await Promise.all(underway);
  return figures(name, 0, whole, { ...tally, milliseconds: answeredInTime.milliseconds });
}

/**
 * One, 8 and 32 users without a pause; 20 who think for 2 s; and five times the load that was answered at
 * best.
 * @param seconds of each
 */
export async function measureUsers(
  url: string,
  questions: readonly Question[],
  seconds: number,
): Promise<UsersFigures[]> {
  const loop = (users: number, think: number) =>
    closedLoop(
      `${users} ${users === 1 ? 'user' : 'users'}${think > 0 ? `, ${think} s to think` : ''}`,
      url,
      questions,
      {
        users,
        think,
        seconds,
      },
    );
  const alone = [await loop(1, 0), await loop(8, 0), await loop(32, 0)];
  const thinking = await loop(20, 2);
  const best = Math.max(...alone.map(({ per_second: each }) => each));
  const rushed = await rush('five times the best load', url, questions, { perSecond: 5 * best, seconds });
  return [...alone, thinking, rushed];
}
