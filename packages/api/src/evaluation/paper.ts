import type { City } from '@hotline-atlas/city';
import type { Evaluation, Language, Localized, Scheme } from '@hotline-atlas/model';
import type { EvaluationPaper, PaperUnit } from '@hotline-atlas/reports';

type Names = Record<string, PaperUnit>;

const areasOf = ({ areas }: City, level: 'district' | 'subdistrict') =>
  (areas.find((area) => area.level === level)?.features.features ?? []).map(({ properties }) => properties);

/** What everybody who can be ranked is called, and in which district they lie. */
export function namesOf(city: City): Names {
  const districts = areasOf(city, 'district');
  const labels = new Map<string, Localized>(districts.map((district) => [district.code, district]));
  const within = (code: string | undefined): Localized | null => labels.get(code ?? '') ?? null;
  const named = ({ en, zh, local }: Localized): Localized => ({ en, zh, local });
  return Object.fromEntries([
    ...city.units.map((unit) => [unit.code, { label: named(unit), within: null }]),
    ...districts.map((district) => [district.code, { label: named(district), within: null }]),
    ...areasOf(city, 'subdistrict').map((area) => [
      area.code,
      { label: named(area), within: within(area.parent) },
    ]),
  ]);
}

/** An answer without what working it out took: that is no part of a document. */
const settled = (evaluation: Evaluation): Evaluation => ({
  ...evaluation,
  since_final: null,
  meta: { ...evaluation.meta, milliseconds: 0, judging_milliseconds: 0, rows_read: null, source: '' },
});

/** Names of those a document tells of. */
function namesIn(names: Names, { units }: Evaluation): Names {
  const codes = units.unit.flatMap((code) => {
    const name = names[code];
    return name ? [[code, name] as const] : [];
  });
  return Object.fromEntries(codes);
}

/** What everything a document says is taken from. */
export interface PaperSource {
  city: City;
  names: Names;
  program: string;
  synthetic: Localized | null;
  language: Language;
}

/**
 * A document of an answer.
 * @param scheme the rules it was worked out by
 * @param address where the same is on the screen
 */
export function paperOf(
  evaluation: Evaluation,
  scheme: Scheme,
  source: PaperSource,
  address: string,
): EvaluationPaper {
  const { city, names, program, synthetic, language } = source;
  return {
    evaluation: settled(evaluation),
    scheme,
    city: city.name,
    units: namesIn(names, evaluation),
    ...{ synthetic, program, address, language },
  };
}
