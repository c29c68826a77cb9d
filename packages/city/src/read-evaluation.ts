import { existsSync } from 'node:fs';
import { type EvaluatedGroup, type Scheme, suggestion } from '@hotline-atlas/model';
import type { City } from './city.ts';
import { evaluationSchema } from './evaluation-schema.ts';
import type { ExplainedIssue } from './explain-issues.ts';
import { CityPackError } from './read-file.ts';
import { readLocated } from './read-located.ts';

/** What groups refer to. */
export type Ranked = Pick<City, 'areas' | 'units'>;

const areaCodes = ({ areas }: Ranked, by: 'district' | 'subdistrict'): string[] =>
  areas
    .filter(({ level }) => level === by)
    .flatMap(({ features }) => features.features.map(({ properties }) => properties.code));

/** Codes a group can name; none where the pack does not list them, and any is right. */
const knownCodes = (by: EvaluatedGroup['by'], city: Ranked): string[] =>
  by === 'unit' ? city.units.map(({ code }) => code) : areaCodes(city, by);

/**
 * The codes that belong to a group; null where the pack lists none: then everything that occurs belongs to it
 * but what is named in `without`.
 */
export function membersOf({ by, kinds, only, without }: EvaluatedGroup, city: Ranked): string[] | null {
  const known = knownCodes(by, city);
  const named = only.length > 0 ? [...only] : known;
  if (named.length === 0) return null;
  const kindOf = new Map(city.units.map(({ code, kind }) => [code, kind]));
  const isOfKind = (code: string) => kinds.length === 0 || kinds.includes(kindOf.get(code) ?? '');
  return named.filter((code) => !without.includes(code) && (by !== 'unit' || isOfKind(code)));
}

function* groupProblems(group: EvaluatedGroup, city: Ranked, path: PropertyKey[]): Generator<ExplainedIssue> {
  const known = knownCodes(group.by, city);
  for (const field of ['only', 'without'] as const)
    for (const [at, code] of group[field].entries())
      if (known.length > 0 && !known.includes(code))
        yield {
          path: [...path, field, at],
          text: `${[...path, field, at].join('.')}: there is no ${group.by} “${code}”, ${suggestion(code, known)}`,
        };
  const kinds = [...new Set(city.units.map(({ kind }) => kind as string))];
  for (const [at, kind] of group.kinds.entries())
    if (group.by !== 'unit' || !kinds.includes(kind))
      yield {
        path: [...path, 'kinds', at],
        text: `${[...path, 'kinds', at].join('.')}: there are no units of the kind “${kind}” to rank, ${suggestion(kind, kinds)}`,
      };
  if (membersOf(group, city)?.length === 0)
    yield { path: [...path], text: `${path.join('.')}: nobody belongs to this group, expected at least one` };
}

const problemsOf = (schemes: readonly Scheme[], city: Ranked): ExplainedIssue[] =>
  schemes.flatMap(({ groups }, scheme) =>
    groups.flatMap((group, at) => [...groupProblems(group, city, [scheme, 'groups', at])]),
  );

/**
 * The schemes of a pack in the order they were valid; none where the file is not there.
 * @throws CityPackError naming file, line, field and what was expected
 */
export function readEvaluation(file: string, city: Ranked): Scheme[] {
  if (!existsSync(file)) return [];
  const { content, problem } = readLocated(file, evaluationSchema);
  const problems = problemsOf(content, city);
  if (problems.length > 0) throw new CityPackError(problems.map(problem).join('\n'));
  return [...content].sort((one, other) => (one.from < other.from ? -1 : 1));
}
