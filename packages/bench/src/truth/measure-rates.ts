import { type Ask, type Known, Refused, type Unanswered } from './ask.ts';
import { findByRates, type RatesFound, ratesQuestions } from './find-rates.ts';
import type { TrueUnit } from './truth-file.ts';

/** What is asked about units, and when there is no more time for it. */
export interface RatesTask {
  ask: Ask;
  known: Known;
  units: readonly TrueUnit[];
  until: string;
  outOfTime: () => boolean;
  say: (line: string) => void;
}

/** Every answer; the first is that of all history against the same topics. */
export interface RatesMeasured {
  summary: RatesFound | null;
  answers: RatesFound[];
  unanswered: Unanswered[];
}

/** Asks about units in all history and each year; a question that is refused is written down. */
export async function measureRates({
  ask,
  known,
  units,
  until,
  outOfTime,
  say,
}: RatesTask): Promise<RatesMeasured> {
  const measured: RatesMeasured = { summary: null, answers: [], unanswered: [] };
  for (const question of ratesQuestions(known.firstDay, until)) {
    if (outOfTime()) break;
    try {
      const found = await findByRates(ask, units, question);
      measured.answers.push(found);
      measured.summary ??= found;
      say(`rates, ${JSON.stringify(found)}`);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      measured.unanswered.push({ about: question.about, refused: error.message });
      say(`rates, ${question.about}: refused: ${error.message}`);
    }
  }
  return measured;
}
