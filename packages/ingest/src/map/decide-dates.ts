import { dateForm } from '@hotline-atlas/city';

/** What the values of a column say of the form they are written in. */
export type DateDecision =
  | { kind: 'decided'; form: string }
  /** Two forms read the whole column, differently. */
  | { kind: 'ambiguous'; readings: { form: string; time: string }[]; example: string }
  /**
   * No form reads nearly all that some form reads; or another reads what this one does not, and some values
   * of both differently.
   */
  | { kind: 'mixed'; parts: { form: string; values: number; example: string }[] }
  /** No form reads any value. */
  | { kind: 'unread'; values: number; example: string };

/** Counts what each of several forms reads of a column. */
export interface DateTally {
  /** Takes a value that is not unknown. */
  add(text: string): void;
  /** How many of the forms read any value. */
  formsRead(): number;
  decision(): DateDecision;
}

/** Values of which none is read say something of the form; of fewer it is said row by row. */
const enoughValues = 20;

/** Values that some form reads and this one does not are taken for mistakes when they are few. */
const few = (odd: number, values: number): boolean =>
  odd <= Math.max(values / 20, Math.min(values / 3, enoughValues));

interface Example {
  text: string;
  times: (string | null)[];
}

/** What of the forms' readings differs, for every two of them. */
function newDifferences(count: number) {
  const examples = new Map<number, Example>();
  return {
    add(text: string, times: (string | null)[]): void {
      for (let a = 0; a < count; a++)
        for (let b = a + 1; b < count; b++)
          if (times[a] && times[b] && times[a] !== times[b] && !examples.has(a * count + b))
            examples.set(a * count + b, { text, times });
    },
    between: (a: number, b: number): Example | undefined =>
      examples.get(Math.min(a, b) * count + Math.max(a, b)),
  };
}

/** Which pairs of forms have a value that the first reads and the second does not. */
function newMisses(count: number) {
  const missed = new Set<number>();
  return {
    add(times: (string | null)[]): void {
      for (let a = 0; a < count; a++)
        for (let b = 0; b < count; b++) if (times[a] && !times[b]) missed.add(a * count + b);
    },
    between: (reads: number, misses: number): boolean => missed.has(reads * count + misses),
  };
}

/** @param names forms, the preferred first; one that reads the same as another is not told apart from it */
export function tallyDates(names: readonly string[]): DateTally {
  const forms = names.map(dateForm);
  const counts = forms.map(() => 0);
  const examples: { text: string; forms: number }[] = [];
  const misses = newMisses(forms.length);
  const differences = newDifferences(forms.length);
  let values = 0;
  let read = 0;
  let unread = '';

  const ambiguity = (best: number, other: number): DateDecision | null => {
    const example = differences.between(best, other);
    if (!example) return null;
    const readings = [best, other].sort().map((index) => ({
      form: names[index] ?? '',
      time: example.times[index] ?? '',
    }));
    return { kind: 'ambiguous', readings, example: example.text };
  };

  return {
    add(text) {
      values++;
      const times = forms.map((form) => form.read(text));
      const readers = times.filter((time) => time !== null).length;
      if (readers === 0) {
        unread ||= text;
        return;
      }
      read++;
      for (const [index, time] of times.entries()) {
        if (time === null) continue;
        counts[index] = (counts[index] ?? 0) + 1;
        if (readers < (examples[index]?.forms ?? Number.POSITIVE_INFINITY))
          examples[index] = { text, forms: readers };
      }
      differences.add(text, times);
      if (readers < times.length) misses.add(times);
    },

    formsRead: () => counts.filter((count) => count > 0).length,

    decision() {
      const order = [...counts.keys()].sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b);
      const [best = 0] = order;
      const fits = (index: number) => counts[index] ?? 0;
      if (read === 0)
        return values < enoughValues
          ? { kind: 'decided', form: names[0] ?? 'iso' }
          : { kind: 'unread', values, example: unread };
      const whole = fits(best) === read;
      const parts = order
        .filter((index) => fits(index) > 0)
        .map((index) => ({
          form: names[index] ?? '',
          values: fits(index),
          example: examples[index]?.text ?? '',
        }));
      const contradicts = (index: number) =>
        misses.between(index, best) && differences.between(best, index) !== undefined;
      if (order.some(contradicts)) return { kind: 'mixed', parts };
      const rivals = order.filter(
        (index) => index !== best && (whole ? fits(index) === read : few(read - fits(index), read)),
      );
      for (const rival of rivals) {
        const told = ambiguity(best, rival);
        if (told) return told;
      }
      if (whole || few(read - fits(best), read)) return { kind: 'decided', form: names[best] ?? 'iso' };
      return { kind: 'mixed', parts };
    },
  };
}

/** The decision in words, for a form that was not decided. */
export function explainDecision(decision: Exclude<DateDecision, { kind: 'decided' }>): string {
  if (decision.kind === 'unread')
    return `“${decision.example}”, and none of ${decision.values} values is of a form in \`dates\`; expected one of these, add the form to the source or give it with --dates`;
  if (decision.kind === 'mixed') {
    const parts = decision.parts.map(
      ({ form, values, example }) => `${values} such as “${example}” are ${form}`,
    );
    return `values of different forms: ${parts.join(', ')}; expected one form in a file, name the right one with --dates and the others are set aside`;
  }
  const readings = decision.readings.map(({ form, time }) => `${time} as ${form}`);
  return `“${decision.example}” is ${readings.join(' and ')}, and both forms read the whole column; expected one, name the right one with --dates or leave the other out of the source`;
}
