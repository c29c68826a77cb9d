import type { City } from '@hotline-atlas/city';
import type { FoundKind, Localized } from '@hotline-atlas/model';
import { foundPages } from '@hotline-atlas/model';
import { pinyin } from 'pinyin-pro';

/** Something that can be found by its name. */
export interface Named {
  kind: FoundKind;
  code: string;
  label: Localized;
  /** What it belongs to: the district of a subdistrict or unit, the topic above a topic. */
  parent: string;
  /** Names as they are compared: small letters, without spaces. */
  names: readonly string[];
  /** The words of its names in small letters. */
  words: readonly string[];
  /** Whole pinyin, without tones and spaces; empty where nothing of the name is Chinese. */
  pinyin: string;
  /** First letters: of pinyin, and of the words of other names. */
  initials: readonly string[];
}

/** A text as names are compared: one width, small letters, without spaces. */
export const compared = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, '');

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

const han = /\p{Script=Han}/u;

const spelled = (name: string, pattern: 'pinyin' | 'first'): string =>
  pinyin(name, { pattern, toneType: 'none', type: 'array', v: true })
    .join('')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');

const isText = (text: string | undefined): text is string => text !== undefined && text !== '';

function named(kind: FoundKind, code: string, label: Localized, parent = ''): Named {
  const texts = [label.en, label.zh, label.local].filter(isText);
  const chinese = texts.find((text) => han.test(text));
  const words = texts.flatMap(wordsOf);
  const latin = texts.filter((text) => !han.test(text)).map((text) => wordsOf(text).map(([first]) => first));
  return {
    kind,
    code,
    label,
    parent,
    names: texts.map(compared),
    words,
    pinyin: chinese ? spelled(chinese, 'pinyin') : '',
    initials: [
      ...(chinese ? [spelled(chinese, 'first')] : []),
      ...latin.filter((letters) => letters.length > 1).map((letters) => letters.join('')),
    ],
  };
}

const labelOf = ({ en, zh, local }: { en: string; zh?: string | undefined; local?: string | undefined }) => ({
  en,
  ...(zh && { zh }),
  ...(local && { local }),
});

/** Everything of a city that can be found by its name. Names are spelled once: pinyin takes a moment. */
export function namesOf(city: City): Named[] {
  const areas = city.areas.flatMap(({ level, features }) =>
    features.features.map(({ properties }) =>
      named(level, properties.code, labelOf(properties), properties.parent),
    ),
  );
  const topics = city.topics.map(({ code, label, parent }) => named('topic', code, label, parent));
  const units = city.units.map((unit) => named('unit', unit.code, labelOf(unit), unit.district));
  const pages = Object.entries(foundPages).map(([page, label]) => named('page', page, label));
  return [...areas, ...topics, ...units, ...pages];
}
