import type { PlannedTopic } from './topics.ts';
import { inMonth, type Language, wordingsOf } from './wordings.ts';

/** A run of neighbouring entries in a list; the first is counted from 1. */
export interface Run {
  first: number;
  count: number;
}

/** Wordings taken apart for the engine: five pieces around four slots. */
export interface Phrases {
  fillers: string[];
  pieces: [string[], string[], string[], string[], string[]];
  slots: [Run[], Run[], Run[], Run[]];
  /** Runs of wordings by topic, then by what is said: question, order, suggestion, praise. */
  wordings: Run[];
  remedies: Run[];
  openings: Run[];
  endings: Run[];
  replies: Run[];
}

/** Slots filled with something of the appeal itself, in the order of `own_words` in sql/10_choice.sql. */
const ownSlots = ['place', 'road', 'district', 'unit', 'estate', 'topic', 'remedy'];

/** A list in which equal runs are kept once; `before` entries of the list they go to stand before them. */
function runList(before = 0) {
  const entries: string[] = [];
  const known = new Map<string, Run>();
  const add = (run: readonly string[]): Run => {
    const key = run.join('\n');
    const found = known.get(key) ?? { first: before + entries.length + 1, count: run.length };
    if (!known.has(key)) entries.push(...run);
    known.set(key, found);
    return found;
  };
  return { entries, add };
}

/** Takes one wording apart. */
function takeApart(wording: string): { pieces: string[]; slots: string[] } {
  const parts = wording.split(/\{(\w+)\}/);
  const pieces = parts.filter((_, index) => index % 2 === 0);
  const slots = parts.filter((_, index) => index % 2 === 1);
  if (slots.length > 4) throw new RangeError(`More than four slots: ${wording}`);
  return { pieces, slots };
}

function runOfSlot(
  name: string | undefined,
  wording: string,
  words: Map<string, string[]>,
  add: (run: string[]) => Run,
): Run {
  if (name === undefined) return { first: ownSlots.length + 1, count: 0 };
  const own = ownSlots.indexOf(name);
  if (own >= 0) return { first: own + 1, count: 0 };
  const run = words.get(name);
  if (!run || run.length === 0) throw new RangeError(`No words for {${name}} in: ${wording}`);
  return add(run);
}

/**
 * Everything that can be said in a month (1 to 12).
 * @param before words that stand before the fillers in the list of words
 */
export function phrasesOf(
  language: Language,
  topics: readonly PlannedTopic[],
  month: number,
  before: number,
): Phrases {
  const { slots: slotWords, openings, endings, replies } = language.words;
  const words = new Map(Object.entries(slotWords).map(([name, list]) => [name, inMonth(list, month)]));
  const fillers = runList(before);
  const wordings = runList();
  const said = ['asks', 'orders', 'suggestions', 'praise'] as const;
  const wordingRuns = topics.flatMap((topic) =>
    said.map((what) => wordings.add(wordingsOf(language, topic, what, month))),
  );
  const replyRuns = replies.map((run) => wordings.add(run));
  const apart = wordings.entries.map((wording) => ({ wording, ...takeApart(wording) }));
  const piecesAt = (at: number) => apart.map(({ pieces }) => pieces[at] ?? '');
  const slotsAt = (at: number) =>
    apart.map(({ wording, slots }) => runOfSlot(slots[at], wording, words, fillers.add));
  return {
    pieces: [piecesAt(0), piecesAt(1), piecesAt(2), piecesAt(3), piecesAt(4)],
    slots: [slotsAt(0), slotsAt(1), slotsAt(2), slotsAt(3)],
    wordings: wordingRuns,
    remedies: topics.map((topic) => fillers.add(wordingsOf(language, topic, 'remedies', month))),
    openings: openings.flatMap((voices) => voices.map((run) => fillers.add(run))),
    endings: endings.map((run) => fillers.add(run)),
    replies: replyRuns,
    fillers: fillers.entries,
  };
}
