import { bucketEnd, type Grain, type Period } from '@hotline-atlas/model';

export interface Band {
  from: number;
  to: number;
  label: string;
}
export interface Mark {
  at: number;
  label: string;
  /** Where on its line the label begins: at it, or before it where it would leave the picture. */
  align: 'left' | 'right';
}

/** Positions on the axis of a trend: a bucket reaches half a step to either side of its point. */
function positionOf(day: string, starts: readonly string[], grain: Grain): number {
  let index = -1;
  while (index + 1 < starts.length && (starts[index + 1] ?? '').slice(0, 10) <= day) index += 1;
  const start = starts[index];
  if (start === undefined) return -0.5;
  const first = Date.parse(start.slice(0, 10));
  const width = Date.parse(bucketEnd(start.slice(0, 10), grain)) - first;
  const share = Math.min(1, (Date.parse(day) - first) / width);
  const perDay = grain === 'hour' ? 24 : 1;
  return Math.min(starts.length - 0.5, index - (perDay - 1) - 0.5 + share * perDay);
}

/** The stretches that overlap an axis, cut to it. */
export function bandsOn(
  stretches: readonly (Period & { label: string })[],
  starts: readonly string[],
  grain: Grain,
): Band[] {
  return stretches
    .map(({ from, to, label }) => ({
      from: positionOf(from, starts, grain),
      to: positionOf(to, starts, grain),
      label,
    }))
    .filter(({ from, to }) => to > from);
}

/** A note somebody wrote on days of an axis; its number stands in the list of notes, too. */
export interface NoteMark {
  from: number;
  to: number;
  number: number;
}

/** Where notes lie on an axis, numbered in their order. */
export const notesOn = (notes: readonly Period[], starts: readonly string[], grain: Grain): NoteMark[] => {
  const first = starts[0]?.slice(0, 10);
  const last = starts.at(-1)?.slice(0, 10);
  if (!first || !last) return [];
  const end = bucketEnd(last, grain);
  return notes
    .filter(({ from, to }) => from < end && to > first)
    .map(({ from, to }, at) => ({
      from: positionOf(from, starts, grain),
      to: positionOf(to, starts, grain),
      number: at + 1,
    }));
};

const letter = (character: string) => (character.charCodeAt(0) > 0x2e80 ? 12 : 6.5);
const widthOf = (text: string) => [...text].reduce((sum, character) => sum + letter(character), 8);

/** Pixels between two labels, so that they are not read as one sentence. */
const between = 16;

/** Leaves out labels that would run into a later one; their lines stay, and the tooltip names them. */
export function withoutOverlaps(marks: readonly Mark[], length: number, width: number): Mark[] {
  let free = Number.POSITIVE_INFINITY;
  return [...marks]
    .sort((a, b) => b.at - a.at)
    .map((mark) => {
      const x = ((mark.at + 0.5) / length) * width;
      const size = widthOf(mark.label);
      const left = mark.align === 'left' ? x : x - size;
      if (left + size + between > free) return { ...mark, label: '' };
      free = left;
      return mark;
    });
}

/** The days that lie on an axis. */
export const marksOn = (
  days: readonly { date: string; label: string }[],
  starts: readonly string[],
  grain: Grain,
): Mark[] => {
  const [first, last] = [starts[0]?.slice(0, 10) ?? '', starts.at(-1)?.slice(0, 10) ?? ''];
  return days
    .filter(({ date }) => date >= first && date < bucketEnd(last || '2000-01-01', grain))
    .map(({ date, label }) => {
      const at = positionOf(date, starts, grain);
      const share = (at + 0.5) / starts.length;
      return { at, label, align: share > 0.8 ? 'right' : 'left' };
    });
};
