import type { LocalDate } from '@hotline-atlas/model';
import type { Outbreak } from './truth-file.ts';

/** Asks an address of the API for JSON, and how long it took. */
export type Ask = <Answer>(path: string) => Promise<{ answer: Answer; milliseconds: number }>;

/** A question the API did not answer: what was asked and what it said. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/**
 * Asks the API at a URL. @throws Refused with what the API says where it does not answer 200, or does not
 * answer
 */
export const askAt =
  (url: string): Ask =>
  async <Answer>(path: string) => {
    const began = performance.now();
    const response = await fetch(`${url}${path}`).catch((cause: unknown) => {
      throw new Refused(`${path}: no answer`, { cause });
    });
    const body = await response.text();
    if (!response.ok) throw new Refused(`${path}: ${response.status} ${body}`);
    return { answer: JSON.parse(body) as Answer, milliseconds: Math.round(performance.now() - began) };
  };

/** What is known of the history that is asked about. */
export interface Known {
  firstDay: LocalDate;
  /** Names of its regimes. */
  regimes: string[];
}

/** @throws Refused */
export async function askKnown(ask: Ask): Promise<Known> {
  const { answer } = await ask<{ first_day: LocalDate; regimes: { name: string }[] }>('/api/meta');
  return { firstDay: answer.first_day, regimes: answer.regimes.map(({ name }) => name) };
}

/** Whom to ask, and what is known of what happened. */
export interface Asking {
  ask: Ask;
  outbreaks: readonly Outbreak[];
  known: Known;
}

/** What one method told when it was asked once. */
export interface Told {
  /** Everything that was told. */
  told: number;
  /** Hot places that had more of the topic in the years before too: true, and not planted. */
  lasting?: number;
  /** What nothing explains. */
  unexplained: number;
  milliseconds: number;
}

/** What one method makes of one outbreak, or of a quiet question. */
export interface Found {
  /** The outbreak's number; null for a quiet question. */
  outbreak: number | null;
  /** What was asked about, for people. */
  about: string;
  found: boolean;
  /** Days from the first appeal to the last day of the step that told it; null where none did. */
  delay: number | null;
  /** One entry a question. */
  asked: Told[];
}

/** A question or an outbreak that could not be asked about to the end. */
export interface Unanswered {
  about: string;
  refused: string;
}
