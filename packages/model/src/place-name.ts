import { type Bilingual, inLanguage, type Localized } from './localized.ts';
import type { Bearing, Direction } from './place-at.ts';

/** What a place without a name of its own is known by. */
export interface KnownPlace {
  /** An address in it, without the names of the areas it lies in; null where none is known, or open. */
  address: string | null;
  /** The area it lies in: subdistrict, else district, else the city. */
  area: Localized;
  /** From the middle of that area; null where the address says more. */
  away: Bearing | null;
}

const directions: Record<Direction, Bilingual> = {
  n: { en: 'north', zh: '以北' },
  ne: { en: 'north-east', zh: '东北' },
  e: { en: 'east', zh: '以东' },
  se: { en: 'south-east', zh: '东南' },
  s: { en: 'south', zh: '以南' },
  sw: { en: 'south-west', zh: '西南' },
  w: { en: 'west', zh: '以西' },
  nw: { en: 'north-west', zh: '西北' },
};

/** Nearer than this a place is the middle itself, in kilometres. */
const near = 0.3;

/**
 * The name of a place: `near Jinghe Yuan 12, Nanyuan`, else `Nanyuan, 1.2 km north-east of its middle`.
 * Addresses stay as the source wrote them.
 */
export function placeName({ address, area, away }: KnownPlace): Bilingual {
  const [en, zh] = [inLanguage(area, 'en'), inLanguage(area, 'zh')];
  if (address !== null) return { en: `near ${address}, ${en}`, zh: `${zh}${address}附近` };
  if (!away || away.km < near) return { en: `middle of ${en}`, zh: `${zh}中部` };
  const way = directions[away.direction];
  const km = away.km.toFixed(1);
  return { en: `${en}, ${km} km ${way.en} of its middle`, zh: `${zh}中心${way.zh}${km}公里处` };
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * An address without the names of areas it begins with, which are told besides; the whole address where
 * nothing else is left.
 * @param areas from the largest to the smallest
 */
export function withoutAreas(address: string, areas: readonly Localized[]): string {
  const left = areas.reduce((rest, { en, zh, local }) => {
    const names = [zh, local, en].flatMap((name) => (name ? [escaped(name)] : []));
    return rest.replace(new RegExp(`^(?:${names.join('|')})[\\s,，]*`, 'u'), '');
  }, address.trim());
  return left === '' ? address.trim() : left;
}
