import { type FoundKind, foundKinds, foundMatches, type Scope } from '@hotline-atlas/model';
import { matchOf } from './match.ts';
import { compared, type Named } from './names.ts';

const isOpen = ({ clauses }: Scope, dimension: string, code: string): boolean =>
  clauses
    .filter((clause) => clause.dimension === dimension)
    .every(({ exclude, values }) => values.includes(code) !== exclude);

/** Whether whoever asks may see appeals of it: no area or unit outside of their scope is offered. */
function isOffered({ kind, code, parent }: Named, scope: Scope): boolean {
  if (kind === 'district') return isOpen(scope, 'district', code);
  if (kind === 'subdistrict') return isOpen(scope, 'subdistrict', code) && isOpen(scope, 'district', parent);
  if (kind !== 'unit') return true;
  return isOpen(scope, 'unit', code) && (parent === '' || isOpen(scope, 'district', parent));
}

const place = <Name extends string>(names: readonly Name[], name: Name): number => names.indexOf(name);

/** What was found, with how its name answers. */
export interface Hit {
  entry: Named;
  match: (typeof foundMatches)[number];
}

/**
 * Names that answer to a text, the best first: the whole name, its beginning, its letters, a part of it;
 * then whole spellings, districts before topics before units, short names before long ones.
 * @param most of one kind, so that none hides the others
 */
export function find(entries: readonly Named[], text: string, scope: Scope, most: number): Hit[] {
  const hits = entries.flatMap((entry): Hit[] => {
    const match = matchOf(text, entry);
    return match && isOffered(entry, scope) ? [{ entry, match }] : [];
  });
  const typed = compared(text);
  const isWhole = ({ initials, pinyin }: Named) => initials.includes(typed) || pinyin === typed;
  const ranked = hits.sort(
    (a, b) =>
      place(foundMatches, a.match) - place(foundMatches, b.match) ||
      Number(isWhole(b.entry)) - Number(isWhole(a.entry)) ||
      place(foundKinds, a.entry.kind) - place(foundKinds, b.entry.kind) ||
      a.entry.code.length - b.entry.code.length ||
      a.entry.label.en.length - b.entry.label.en.length ||
      (a.entry.code < b.entry.code ? -1 : 1),
  );
  const counted = new Map<FoundKind, number>();
  return ranked.filter(({ entry: { kind } }) => {
    const before = counted.get(kind) ?? 0;
    counted.set(kind, before + 1);
    return before < most;
  });
}
