import { z } from 'zod';
import { foundKinds, foundMatches } from '../find.ts';
import { localizedName } from './answer.ts';

const kind = z.enum(foundKinds);

const found = z.object({
  kind,
  code: z.string().meta({ description: 'code of a value; name of a page' }),
  label: localizedName,
  above: z
    .object({ kind, code: z.string(), label: localizedName })
    .nullable()
    .meta({ description: 'the district of a subdistrict or unit, the topic above a topic' }),
  match: z.enum(foundMatches).meta({
    description:
      'exact: the whole name or code; prefix: its beginning or that of a word; initials: first letters or pinyin; inside: a part',
  }),
});

/** `GET /api/find`. */
export const find = z.object({
  text: z.string().meta({ description: 'what was looked for, in one width' }),
  order: z
    .string()
    .nullable()
    .meta({ description: 'number of an order you may see that the text is; sealed where numbers are' }),
  results: z.array(found).meta({ description: 'best first; areas and units you see, topics, pages' }),
  words: z.boolean().meta({ description: 'whether you may search texts for it, by q of /api/appeals' }),
});
export type Find = z.infer<typeof find>;
