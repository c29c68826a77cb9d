import {
  dimensionOf,
  type IndicatorRule,
  inLanguage,
  type Language,
  type SchemeRules,
} from '@hotline-atlas/model';
import { bucketLabel } from '@hotline-atlas/ui/format/dates.ts';
import { sequenced } from '@hotline-atlas/ui/format/joined.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { kindWords, measureWords, wholeWords } from './counted-words.ts';
import { schemeWords } from './words.ts';

/** A month in words. */
export const monthText = (month: string, language: Language): string =>
  bucketLabel(`${month}-01`, 'month', language);

/** A rate as rules name it: no more decimals than it has. */
const rateTold = (rate: number, language: Language): string => `${exact(rate * 100, language, 2)}%`;

/** What is counted, in words. */
export function countedText(counted: IndicatorRule['numerator'], language: Language): string {
  if (typeof counted === 'string') return measureWords[language][counted] ?? counted;
  return schemeWords[language].indicators.within(exact(counted.closed_within, language, 1));
}

/** What a rate is a part of, in words. */
export const wholeText = (denominator: IndicatorRule['denominator'], language: Language): string =>
  wholeWords[language][denominator] ?? denominator;

/** How a rate becomes points, in words. */
export function scoringText(
  { scoring, better }: Pick<IndicatorRule, 'scoring' | 'better'>,
  language: Language,
): string {
  const { indicators: words } = schemeWords[language];
  const points = (value: number) => exact(value, language, 2);
  if (scoring.by === 'share')
    return words.share(rateTold(scoring.none, language), rateTold(scoring.full, language));
  if (scoring.by === 'steps')
    return sequenced(
      scoring.steps.map(({ at, points: each }) => words.step(points(each), rateTold(at, language), better)),
      language,
    );
  return words.deductions(
    points(scoring.points),
    words.pp(exact(scoring.each * 100, language, 2)),
    rateTold(scoring.beyond, language),
    better,
  );
}

type Label = (reason: string) => string;

/**
 * The rules that hold for all of a scheme, as sentences.
 * @param reasonOf the name of a reason for exclusion
 */
export function rulesText(scheme: SchemeRules, reasonOf: Label, language: Language): string[] {
  const { rules: words, list } = schemeWords[language];
  const { exclusions, case_mix: mix } = scheme;
  const excluded =
    exclusions === 'all'
      ? words.excludedAll
      : exclusions.length === 0
        ? words.excludedNone
        : words.excluded(list(exclusions.map(reasonOf)));
  return [
    words.month(scheme.starts_on),
    words.enters[scheme.enters_by],
    ...(scheme.sign_within === null ? [] : [words.signWithin(exact(scheme.sign_within, language, 1))]),
    excluded,
    mix.length > 0
      ? words.caseMix(list(mix.map((each) => inLanguage(dimensionOf(each).label, language))))
      : words.noCaseMix,
    words.decimals(scheme.decimals),
  ];
}

/** Who is in a class, in words. */
export function classText({ volume, movement }: SchemeRules['classes'][number], language: Language): string {
  const { classes: words } = schemeWords[language];
  const parts = [
    ...(volume ? [words[volume]] : []),
    ...(movement && movement.length > 0 ? [movement.map((each) => words[each]).join(words.or)] : []),
  ];
  return parts.length > 0 ? sequenced(parts, language) : words.anybody;
}

/** Which units are in a group, in words. @param nameOf the name of a unit, or of a kind of units */
export function membersText(
  { kinds, only, without }: SchemeRules['groups'][number],
  nameOf: Label,
  language: Language,
): string {
  const { groups: words, list } = schemeWords[language];
  const parts = [
    ...(kinds.length > 0 ? [words.kinds(list(kinds.map((kind) => kindWords[language][kind] ?? kind)))] : []),
    ...(only.length > 0 ? [words.only(list(only.map(nameOf)))] : []),
    ...(without.length > 0 ? [words.without(list(without.map(nameOf)))] : []),
  ];
  return parts.length > 0 ? sequenced(parts, language) : words.all;
}
