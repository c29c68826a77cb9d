/** How far a step has come, besides its amount. */
interface Reached {
  /** How much of the amount was there from an earlier run, and took no time. */
  already?: number;
  /** What else a person wants to know, such as the rate or the file. */
  note?: string;
}

/** One piece of long work, shown until it is done. */
export interface Step {
  update(amount: number, reached?: Reached): void;
  done(): void;
  /** Ends without saying that it is done. */
  stop(): void;
}

/** Shows long work to the person who started it. */
export interface Progress {
  say(line: string): void;
  /** Begins a step; one that begins while another is under way is a part of that one. */
  step(label: string, total: number): Step;
}

const inWords = (seconds: number): string =>
  seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.round(seconds / 60)} min`;

/** Time left, from the time that went into a part of the work. */
export function leftOf(began: number, amount: number, total: number, already = 0): string {
  if (amount <= already) return '…';
  return inWords(((Date.now() - began) / 1000 / (amount - already)) * Math.max(total - amount, 0));
}

/** Share of the whole in per cent, rounded down. */
export const percentOf = (amount: number, total: number): number =>
  Math.floor((100 * Math.min(amount, total)) / Math.max(total, 1));
