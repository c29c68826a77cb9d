import type { Localized, SourceFieldName } from '@hotline-atlas/model';
import type { City, Source } from './city.ts';
import type { FieldDefinition } from './source-schema.ts';

/** What in a pack has a name and a code. */
export type Vocabulary = Pick<City, 'areas' | 'topics' | 'units'>;

interface Named extends Localized {
  code: string;
}

const topicLevels: Partial<Record<SourceFieldName, 1 | 2 | 3>> = { topic1: 1, topic2: 2, topic3: 3 };

function namedThings(field: SourceFieldName, source: Source, { areas, topics, units }: Vocabulary): Named[] {
  if (field === 'unit') return units;
  const level = topicLevels[field];
  if (level)
    return topics
      .filter((topic) => source.topic_codes || topic.level === level)
      .map(({ code, label }): Named => ({ code, ...label }));
  return areas
    .filter((area) => area.level === field)
    .flatMap(({ features }) => features.features.map(({ properties }): Named => properties));
}

/** Every name → its code, without the names that stand for several. */
function codesByName(things: Named[]): Record<string, string> {
  const codes = new Map<string, Set<string>>();
  for (const { code, en, zh, local } of things)
    for (const name of [en, zh, local]) {
      if (name) codes.set(name, (codes.get(name) ?? new Set()).add(code));
    }
  const unambiguous = [...codes].flatMap(([name, [code, ...others]]) =>
    code !== undefined && others.length === 0 ? [[name, code] as const] : [],
  );
  return Object.fromEntries(unambiguous);
}

/** A source whose fields with `names` have the names of the pack among their `values`. */
export function withNames(source: Source, vocabulary: Vocabulary): Source {
  const fields = Object.entries(source.fields) as [SourceFieldName, FieldDefinition][];
  const resolved = fields.map(([name, field]) => {
    if (!field.names) return [name, field] as const;
    const values = { ...codesByName(namedThings(name, source, vocabulary)), ...field.values };
    return [name, { ...field, values }] as const;
  });
  return { ...source, fields: Object.fromEntries(resolved) };
}
