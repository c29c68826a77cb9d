import type { City } from '@hotline-atlas/city';
import { isValidIn, type Scheme } from '@hotline-atlas/model';
import type { EvaluationMonths } from './months.ts';
import { schemeIn } from './request.ts';

/** Names that are asked for; null where the month chooses. */
interface AskedRules {
  scheme: string | null;
  group: string | null;
}

/** The scheme in the file of today that has what is asked for. */
function inFile({ evaluation }: City, month: string, { scheme, group }: AskedRules): Scheme | undefined {
  const found = evaluation.find((each) => (scheme === null ? isValidIn(each, month) : each.name === scheme));
  return group === null || found?.groups.some(({ name }) => name === group) ? found : undefined;
}

/**
 * The rules of a month: those of the file of schemes, and of a final month those that were frozen, where the
 * file does not have them any more.
 * @throws InvalidQuestion where neither has them
 */
export async function rulesOf(
  city: City,
  months: EvaluationMonths,
  month: string,
  asked: AskedRules,
): Promise<Scheme> {
  const found = inFile(city, month, asked);
  if (found) return found;
  const frozen = await months.frozen(month, asked.group);
  const isAsked = frozen !== null && (asked.scheme === null || asked.scheme === frozen.scheme.name);
  return isAsked ? frozen.scheme : schemeIn(city, month, asked.scheme);
}
