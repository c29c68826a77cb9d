import type { DimensionName, Role } from '@hotline-atlas/model';
import { z } from 'zod';
import { roleSchema } from './roles-schema.ts';
import { table } from './table.ts';

/** The lines of `docs/roles.md` between which the tables stand. */
export const rolesMarks = {
  begin: '<!-- roles: written by packages/city/scripts/write-roles.ts -->',
  end: '<!-- /roles -->',
} as const;

const sees: Record<Role['sees'], string> = {
  city: 'all of the city',
  own: 'of own districts or units',
  nothing: 'none',
};

const list = (names: readonly (DimensionName | Role['may'][number])[]): string => names.join(', ') || '–';

function rowOf({
  name,
  label,
  texts,
  place,
  time,
  callers,
  published,
  rankings,
  may,
  ...role
}: Role): string[] {
  const who = [`\`${name}\``, [label.en, label.zh].filter(Boolean).join(' ')];
  const appeals = sees[role.sees];
  if (role.sees === 'nothing') return [...who, appeals, '–', '–', '–', '–', '–', '–', list(may)];
  return [
    ...who,
    appeals,
    texts ? 'yes' : 'no',
    place === 'point' ? 'point' : `cells of resolution ${place}`,
    time === 'hour' ? 'to the hour' : 'to the second',
    callers === 'hidden' ? 'hidden' : 'pseudonym of the project',
    list(published),
    list(rankings),
    list(may),
  ];
}

const described = z.object({
  properties: z.record(z.string(), z.object({ description: z.string().optional() })),
});

/** The standard roles and what a role can say, in Markdown. */
export function rolesTable(roles: readonly Role[]): string {
  const { properties } = described.parse(z.toJSONSchema(roleSchema, { unrepresentable: 'any', io: 'input' }));
  const head = [
    'role',
    'label',
    'appeals',
    'texts',
    'place',
    'times',
    'callers',
    'published',
    'rankings',
    'may',
  ];
  return [
    table(head, roles.map(rowOf)),
    '### What a role can say',
    table(
      ['in a role', 'means'],
      Object.entries(properties).map(([name, { description = '' }]) => [`\`${name}\``, description]),
    ),
  ].join('\n\n');
}
