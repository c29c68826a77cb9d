import type { Language, MonthlyTopicEffect } from '@hotline-atlas/model';
import { dayLabel } from '@hotline-atlas/ui/format/dates.ts';
import { exact, percent } from '@hotline-atlas/ui/format/numbers.ts';
import { signedPoints, signedShare } from './numbers.ts';
import { effectWords } from './words-effect.ts';

type Kind = MonthlyTopicEffect['meta']['kind'];

/** An effect with its sign: of appeals a share, of rates points. */
export const effectText = (value: number | null, kind: Kind, language: Language): string =>
  kind === 'counts' || value === null
    ? signedShare(value, language)
    : effectWords[language].points(signedPoints(value));

/** A size without its sign, in the same unit. */
export const sizeText = (value: number, kind: Kind, language: Language): string =>
  kind === 'counts'
    ? percent(Math.abs(value), language)
    : effectWords[language].points((Math.abs(value) * 100).toFixed(1));

/** p with two decimals, three where it is small. */
export const pText = (p: number): string => (p < 0.1 ? p.toFixed(3) : p.toFixed(2));

/** An estimate with its interval. */
export function estimateText(
  { effect, lower, upper }: { effect: number | null; lower: number | null; upper: number | null },
  kind: Kind,
  language: Language,
): string {
  const words = effectWords[language];
  const text = (value: number | null) => effectText(value, kind, language);
  if (effect === null) return '\u2013';
  return lower === null || upper === null
    ? words.unknownInterval(text(effect))
    : words.interval(text(effect), text(lower), text(upper));
}

/**
 * A rank among placebos in words: of so many, how many moved at least as much. p counts what is tested
 * itself, so one of so many and one more is the least.
 */
export function placeboText(
  { p, placebos, least_p: least }: { p: number | null; placebos: number; least_p: number | null },
  language: Language,
): string {
  const words = effectWords[language];
  if (p === null) return '\u2013';
  const as = Math.max(0, Math.round(p * (placebos + 1)) - 1);
  const said = words.p(exact(as, language), exact(placebos, language), pText(p));
  return least !== null && least > 0.05 ? `${said} · ${words.least(pText(least))}` : said;
}

/** The verdict as a heading. */
export function verdictText(
  { verdict, meta, synthetic, obstacle }: MonthlyTopicEffect,
  language: Language,
): string {
  const words = effectWords[language];
  if (verdict === 'not_shown') return words.notShown;
  const effect = synthetic?.effect ?? null;
  if (verdict === 'cannot_say' || effect === null || meta.work_from === null)
    return obstacle?.code === 'not_begun' || obstacle?.code === 'no_after'
      ? words.cannotSay
      : words.cannotSayEver;
  const since = dayLabel(meta.work_from, language);
  const down = effect < 0;
  if (meta.kind === 'counts')
    return words.changed[down ? 'fewer' : 'more'](percent(Math.abs(effect), language), since);
  return words.changed[down ? 'lower' : 'higher']((Math.abs(effect) * 100).toFixed(1), since);
}
