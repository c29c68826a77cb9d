import {
  dimensionOf,
  type IndicatorRule,
  inLanguage,
  type Language,
  type SchemeDifference,
  type SchemeRules,
} from '@hotline-atlas/model';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { classText, countedText, membersText, scoringText, wholeText } from './told.ts';
import { schemeWords } from './words.ts';

/** Names of the city. */
export interface Names {
  reason: (code: string) => string;
  unit: (code: string) => string;
}

type Group = SchemeRules['groups'][number];
type Class = SchemeRules['classes'][number];
type Said = string | null;

const yesOrNo = (value: boolean, language: Language): string => {
  const { change } = schemeWords[language];
  return value ? change.yes : change.no;
};

function indicatorField(indicator: IndicatorRule, field: string | null, language: Language): Said {
  const { change, indicators } = schemeWords[language];
  switch (field) {
    case null:
      return `${exact(indicator.weight, language, 2)} · ${scoringText(indicator, language)}`;
    case 'label':
      return inLanguage(indicator.label, language);
    case 'weight':
      return exact(indicator.weight, language, 2);
    case 'fewest':
      return exact(indicator.fewest, language);
    case 'scoring':
      return scoringText(indicator, language);
    case 'better':
      return change[indicator.better];
    case 'optional':
      return indicator.optional ? indicators.optional : change.no;
    case 'numerator':
      return countedText(indicator.numerator, language);
    case 'denominator':
      return wholeText(indicator.denominator, language);
    default:
      return null;
  }
}

function groupField(group: Group, field: string | null, names: Names, language: Language): Said {
  if (field === 'label') return inLanguage(group.label, language);
  if (field === 'by') return inLanguage(dimensionOf(group.by).label, language);
  if (field === 'called_in') return exact(group.called_in, language);
  return membersText(group, names.unit, language);
}

function schemeField(scheme: SchemeRules, field: string | null, names: Names, language: Language): Said {
  const { change, rules, list } = schemeWords[language];
  switch (field) {
    case 'exclusions':
      return scheme.exclusions === 'all' ? change.all : list(scheme.exclusions.map(names.reason));
    case 'case_mix':
      return list(scheme.case_mix.map((each) => inLanguage(dimensionOf(each).label, language)));
    case 'source':
      return scheme.source;
    case 'starts_on':
      return rules.month(scheme.starts_on);
    case 'enters_by':
      return rules.enters[scheme.enters_by];
    case 'sign_within':
      return scheme.sign_within === null
        ? change.no
        : rules.signWithin(exact(scheme.sign_within, language, 1));
    case 'decimals':
      return exact(scheme.decimals, language);
    case 'example':
      return yesOrNo(scheme.example, language);
    case 'order_of_classes':
      return list(scheme.classes.map(({ label }) => inLanguage(label, language)));
    default:
      return null;
  }
}

const classField = (rule: Class, field: string | null, language: Language): Said =>
  field === 'label' ? inLanguage(rule.label, language) : classText(rule, language);

/**
 * What one of two schemes says where they differ, in words; null where it has no such part.
 * @param scheme the earlier or the later one
 */
export function differenceText(
  { part, name, field }: Pick<SchemeDifference, 'part' | 'name' | 'field'>,
  scheme: SchemeRules,
  names: Names,
  language: Language,
): string | null {
  if (part === 'scheme') return schemeField(scheme, field, names, language);
  if (part === 'indicator') {
    const found = scheme.indicators.find((each) => each.name === name);
    return found ? indicatorField(found, field, language) : null;
  }
  if (part === 'group') {
    const found = scheme.groups.find((each) => each.name === name);
    return found ? groupField(found, field, names, language) : null;
  }
  const found = scheme.classes.find((each) => each.name === name);
  return found ? classField(found, field, language) : null;
}

/** The name of the part that differs, as the later scheme has it. */
export function partText(
  { part, name }: Pick<SchemeDifference, 'part' | 'name'>,
  schemes: readonly SchemeRules[],
  language: Language,
): string {
  const { parts } = schemeWords[language].change;
  const of = { scheme: null, indicator: 'indicators', group: 'groups', class: 'classes' } as const;
  const list = of[part];
  if (list === null) return parts.scheme;
  for (const scheme of schemes) {
    const found = scheme[list].find((each) => each.name === name);
    if (found) return inLanguage(found.label, language);
  }
  return name ?? parts[part];
}
