import {
  dimensionOf,
  exclusionReasonLabels,
  type Indicator,
  inLanguage,
  type Method,
  type Scheme,
} from '@hotline-atlas/model';
import { count, dayLabel, decimal, listed, monthLabel, percent } from '../format/numbers.ts';
import { rankedOf } from './finding.ts';
import { groupTold, monthTold, newestTold, stateTold } from './frame.ts';
import { measureTold } from './measures.ts';
import { asOfTold, filled, programTold, type Told } from './paper.ts';

/** A name and what stands beside it. */
export interface Fact {
  name: string;
  value: string;
}

type OfTold = Pick<Told, 'words' | 'language'>;

const plain = (value: number): string => String(Math.round(value * 1e6) / 1e6);
const shareTold = (share: number): string => `${plain(100 * share)}%`;

function scoringTold({ scoring }: Indicator, { words, language }: OfTold): string {
  const { rules } = words;
  if (scoring.by === 'share')
    return filled(rules.share, { none: shareTold(scoring.none), full: shareTold(scoring.full) });
  if (scoring.by === 'steps') {
    const steps = scoring.steps.map(({ at, points }) =>
      filled(rules.step, { points: plain(points), at: shareTold(at) }),
    );
    return filled(rules.steps, { steps: listed(steps, language) });
  }
  const { beyond, each, points } = scoring;
  return filled(rules.deductions, {
    ...{ points: plain(points), each: shareTold(each), beyond: shareTold(beyond) },
  });
}

/** The rule of one indicator in words. */
function indicatorTold(indicator: Indicator, told: OfTold): string {
  const { words, language } = told;
  const { rules } = words;
  const { numerator, denominator, weight, better, fewest, optional } = indicator;
  const counted =
    typeof numerator === 'string'
      ? measureTold(numerator, language)
      : filled(rules.closedWithin, { hours: plain(numerator.closed_within) });
  return [
    filled(rules.counts, { numerator: counted, denominator: measureTold(denominator, language) }),
    filled(rules.points, { points: plain(weight) }),
    scoringTold(indicator, told),
    rules[better],
    filled(rules.fewest, { fewest: count(fewest) }),
    ...(optional ? [rules.optional] : []),
  ].join(language === 'zh' ? '；' : '; ');
}

function groupRule(group: Scheme['groups'][number], { words, language }: OfTold): string {
  const { rules } = words;
  const codes = (each: readonly string[]) => listed(each, language);
  return [
    filled(rules.groupTold, {
      label: inLanguage(group.label, language),
      by: inLanguage(dimensionOf(group.by).label, language),
    }),
    ...(group.kinds.length > 0 ? [filled(rules.groupKinds, { kinds: codes(group.kinds) })] : []),
    ...(group.only.length > 0 ? [filled(rules.groupOnly, { codes: codes(group.only) })] : []),
    ...(group.without.length > 0 ? [filled(rules.groupWithout, { codes: codes(group.without) })] : []),
    ...(group.called_in > 0 ? [filled(rules.groupCalled, { count: count(group.called_in) })] : []),
  ].join(language === 'zh' ? '；' : '; ');
}

function classRule({ volume, movement }: Scheme['classes'][number], { words, language }: OfTold): string {
  const conditions = [
    ...(volume ? [words.rules.volume[volume]] : []),
    ...(movement
      ? [
          filled(words.rules.moved, {
            movements: listed(
              movement.map((each) => words.movements[each]),
              language,
            ),
          }),
        ]
      : []),
  ];
  return conditions.length > 0 ? listed(conditions, language) : words.rules.always;
}

const validTold = ({ from, to }: Scheme, { words, language }: OfTold): string =>
  filled(to === null ? words.rules.from : words.rules.fromTo, {
    from: monthLabel(from, language),
    to: to === null ? '' : monthLabel(to, language),
  });

/** The rules of a scheme in full, one a row. */
export function schemeFacts(scheme: Scheme, told: OfTold): Fact[] {
  const { words, language } = told;
  const { rules } = words;
  const { starts_on: day } = scheme;
  return [
    { name: rules.name, value: `${inLanguage(scheme.label, language)} (${scheme.name})` },
    ...(scheme.example ? [{ name: '', value: rules.example }] : []),
    { name: rules.source, value: scheme.source },
    { name: rules.valid, value: validTold(scheme, told) },
    {
      name: rules.month,
      value: day === 1 ? rules.calendar : filled(rules.startsOn, { day: String(day), last: String(day - 1) }),
    },
    { name: rules.enters, value: rules.entering[scheme.enters_by] },
    ...(typeof scheme.sign_within !== 'number'
      ? []
      : [{ name: rules.signWithin, value: filled(rules.hours, { hours: plain(scheme.sign_within) }) }]),
    {
      name: rules.exclusions,
      value:
        scheme.exclusions === 'all'
          ? rules.exclusionsAll
          : listed(
              scheme.exclusions.map((reason) => exclusionReasonLabels[reason]?.[language] ?? reason),
              language,
            ) || words.none,
    },
    {
      name: rules.caseMix,
      value:
        scheme.case_mix.map((name) => inLanguage(dimensionOf(name).label, language)).join(' × ') ||
        words.none,
    },
    { name: rules.decimals, value: String(scheme.decimals) },
    ...scheme.groups.map((group) => ({ name: rules.groups, value: groupRule(group, told) })),
    ...scheme.indicators.map((indicator) => ({
      name: `${rules.indicator}${language === 'zh' ? '：' : ': '}${inLanguage(indicator.label, language)}`,
      value: indicatorTold(indicator, told),
    })),
    ...scheme.classes.map((each) => ({
      name: `${rules.classes}${language === 'zh' ? '：' : ': '}${inLanguage(each.label, language)}`,
      value: classRule(each, told),
    })),
  ];
}

/** Steps of the method, what they rest on, and what to heed. */
export interface MethodTold {
  summary: string;
  steps: { title: string; parameters: string; reference: string }[];
  remarks: Fact[];
}

/** The method as tables tell it. */
export function methodTold(method: Method, { words, language }: OfTold): MethodTold {
  const pairs = (values: Readonly<Record<string, unknown>>) =>
    Object.entries(values)
      .map(([name, value]) => `${name} = ${String(value)}`)
      .join('; ');
  return {
    summary: method.summary[language],
    steps: method.parts.map(({ title, parameters, reference }) => ({
      ...{ title: title[language], parameters: pairs(parameters), reference },
    })),
    remarks: [
      { name: words.method.sample, value: pairs(method.sample) },
      ...method.corrections.map((each) => ({ name: words.method.corrections, value: each[language] })),
      ...method.caveats.map((each) => ({ name: words.method.caveats, value: each[language] })),
    ],
  };
}

/** How ripe each indicator is. */
function ripenessFacts({ evaluation, words, language }: Told): Fact[] {
  return evaluation.indicators.map(({ label, ripeness, measured }) => {
    const { state, share, ripe_from } = ripeness;
    const said = [
      measured ? words.ripeness[state] : words.rules.unmeasured,
      ...(share === null ? [] : [filled(words.ripeness.share, { share: percent(share) })]),
      ...(ripe_from === null ? [] : [filled(words.ripeness.from, { day: dayLabel(ripe_from, language) })]),
    ];
    return {
      name: `${words.facts.ripeness}${language === 'zh' ? '：' : ': '}${inLanguage(label, language)}`,
      value: listed(said, language),
    };
  });
}

/** The base of all units together. */
function baseTold({ evaluation: { base }, words }: Told): string {
  return filled(words.facts.baseTold, {
    appeals: count(base.appeals),
    orders: count(base.orders),
    excluded: base.excluded === null ? words.notOpen : count(base.excluded),
    visited: count(base.visited),
  });
}

function seenTold({ evaluation: { units }, words }: Told): string {
  const open = units.details.filter(Boolean).length;
  if (open === units.details.length) return words.facts.seenAll;
  return filled(words.facts.seenOwn, { count: count(open), all: count(units.details.length) });
}

function objectionsTold({ evaluation: { objections }, words }: Told): string {
  const { open, upheld, rejected, withdrawn } = objections;
  return filled(words.facts.objectionsTold, {
    ...{ open: count(open), upheld: count(upheld) },
    ...{ rejected: count(rejected), withdrawn: count(withdrawn) },
  });
}

/** What a sheet is of: city, month, base, state, as of when, versions, and who sees what. */
export function aboutFacts(told: Told): Fact[] {
  const { words, evaluation, city, language, address, synthetic, scheme } = told;
  const { facts } = words;
  const { meta, units, correlation } = evaluation;
  const { from, to } = meta.period;
  const { version } = asOfTold(told);
  return [
    ...(synthetic ? [{ name: facts.notice, value: inLanguage(synthetic, language) }] : []),
    ...(evaluation.notice ? [{ name: facts.notice, value: evaluation.notice[language] }] : []),
    { name: facts.city, value: inLanguage(city, language) },
    { name: facts.month, value: monthTold(told) },
    { name: facts.period, value: `${from} ≤ … < ${to}` },
    { name: facts.group, value: groupTold(told) },
    { name: facts.ranked, value: `${count(units.unit.length)}, ${count(rankedOf(told).length)}` },
    { name: facts.base, value: baseTold(told) },
    { name: facts.objections, value: objectionsTold(told) },
    { name: facts.state, value: stateTold(told) },
    ...(meta.finalised ? [{ name: facts.hash, value: meta.finalised.hash }] : []),
    ...(meta.provisional ? [{ name: facts.ripeness, value: words.provisional }] : []),
    ...ripenessFacts(told),
    { name: facts.asOf, value: filled(facts.newest, { moment: newestTold(told) }) },
    { name: facts.version, value: String(version) },
    { name: facts.program, value: programTold(told) },
    { name: facts.address, value: address },
    { name: facts.seen, value: seenTold(told) },
    { name: words.rules.name, value: `${inLanguage(scheme.label, language)} (${scheme.name})` },
    { name: facts.draws, value: `${count(meta.draws)}, ${meta.seed}` },
    {
      name: facts.correlation,
      value: correlation.map((row) => row.map((value) => decimal(value, 3)).join(' ')).join(' / '),
    },
  ];
}
