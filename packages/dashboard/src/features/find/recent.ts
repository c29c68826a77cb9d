import type { DimensionName } from '@hotline-atlas/model';
import type { Screen } from '../../screen/screen.ts';
import type { Choice } from './choices.ts';

/** Choices that are kept in the browser: areas, topics and units, by code; no numbers of orders, no words. */
const kept: ReadonlySet<string> = new Set(['district', 'subdistrict', 'topic', 'unit']);

const most = 6;

const keyOf = ({ meta, person }: Pick<Screen, 'meta' | 'person'>): string =>
  `hotline-atlas-recent ${meta.code} ${person.name}`;

type Code = [kind: string, code: string];

function read(key: string): Code[] {
  try {
    const found: unknown = JSON.parse(window.localStorage.getItem(key) ?? '[]');
    return Array.isArray(found)
      ? found.flatMap((each): Code[] =>
          Array.isArray(each) && kept.has(String(each[0])) ? [[String(each[0]), String(each[1])]] : [],
        )
      : [];
  } catch {
    // Browsers may forbid storage: nothing is remembered then.
    return [];
  }
}

/** Remembers what was opened, the latest first. */
export function remember({ kind, code }: Choice, screen: Screen): void {
  if (!kept.has(kind)) return;
  const key = keyOf(screen);
  const others = read(key).filter(([oneKind, oneCode]) => oneKind !== kind || oneCode !== code);
  try {
    window.localStorage.setItem(key, JSON.stringify([[kind, code], ...others].slice(0, most)));
  } catch {
    // As above.
  }
}

const levels: Readonly<Record<string, readonly DimensionName[]>> = {
  district: ['district'],
  subdistrict: ['subdistrict'],
  topic: ['topic1', 'topic2', 'topic3'],
  unit: ['unit'],
};

/** What was opened lately and the city still knows. */
export function recentChoices(screen: Screen): Choice[] {
  return read(keyOf(screen)).flatMap(([kind, code]): Choice[] => {
    const level = levels[kind]?.find((each) => Object.hasOwn(screen.meta.labels[each] ?? {}, code));
    return level ? [{ kind: kind as Choice['kind'], code, name: screen.label(level, code), beside: '' }] : [];
  });
}
