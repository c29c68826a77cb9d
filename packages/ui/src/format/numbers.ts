import type { Language, Unit } from '@hotline-atlas/model';

const locales: Record<Language, string> = { en: 'en-US', zh: 'zh-CN' };

const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locales[language], options);
  formats.set(key, made);
  return made;
}

const minus = (text: string) => text.replace('-', '\u2212');

/** Every digit: `24,195,000`. */
export const exact = (value: number, language: Language, digits = 0): string =>
  minus(numberFormat(language, { maximumFractionDigits: digits }).format(value));

/** 万 and 亿 in Chinese, k and M in English, from ten thousand on. */
export function compact(value: number, language: Language): string {
  if (Math.abs(value) < 10_000) return exact(value, language);
  const fraction = Math.abs(value) < 100_000 || Math.abs(value) >= 1_000_000 ? 1 : 0;
  const digits = language === 'zh' ? 1 : fraction;
  const parts = numberFormat(language, {
    notation: 'compact',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).formatToParts(value);
  return minus(
    parts.map(({ type, value: part }) => (type === 'compact' && part === 'K' ? 'k' : part)).join(''),
  );
}

/** Three digits that tell areas apart: `0.73`, `43.7`, `424`. */
function perResidents(value: number, language: Language): string {
  const digits = value < 10 ? 2 : value < 100 ? 1 : 0;
  return numberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    value,
  );
}

/** One decimal: `96.7%`. */
export const percent = (value: number, language: Language): string =>
  numberFormat(language, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(value);

/** Ticks of one axis, all in the unit its largest value asks for. */
export function axisFormat(most: number, unit: Unit, language: Language): (value: number) => string {
  if (unit === 'share')
    return (value) => numberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(value);
  if (unit === 'hours') {
    const [size, word] =
      most < 1 ? [1 / 60, 'minutes' as const] : most < 48 ? [1, 'hours' as const] : [24, 'days' as const];
    return (value) => exact(value / size, language, 1) + hourWords[language][word];
  }
  if (most < 10_000 || unit === 'per_10k') return (value) => exact(value, language, 2);
  const [size, word] = axisUnits[language].find(([each]) => most >= each) ?? [1, ''];
  return (value) => (value === 0 ? '0' : exact(value / size, language, 2) + word);
}

const axisUnits: Record<Language, readonly (readonly [number, string])[]> = {
  en: [
    [1e6, 'M'],
    [1e3, 'k'],
  ],
  zh: [
    [1e8, '亿'],
    [1e4, '万'],
  ],
};

const hourWords: Record<Language, { minutes: string; hours: string; days: string }> = {
  en: { minutes: ' min', hours: ' h', days: ' days' },
  zh: { minutes: '分钟', hours: '小时', days: '天' },
};

/** In minutes, hours or days, whichever reads best. */
export function duration(hours: number, language: Language): string {
  const words = hourWords[language];
  if (hours < 1) return exact(hours * 60, language) + words.minutes;
  if (hours < 48) return exact(hours, language, 1) + words.hours;
  return exact(hours / 24, language, 1) + words.days;
}

/** The size of a change, one decimal: `12.9`. */
export const changeSize = (amount: number, language: Language): string => {
  const digits = amount < 1000 ? 1 : 0;
  return numberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    amount,
  );
};

/** How many parts of a unit are told apart where a value is shown. */
function partsOf(value: number, unit: Unit): number {
  const size = Math.abs(value);
  if (unit === 'share') return 1000;
  if (unit === 'per_10k') return size < 10 ? 100 : size < 100 ? 10 : 1;
  if (unit === 'hours') return size < 1 ? 60 : size < 48 ? 10 : 10 / 24;
  return 1;
}

/** A value as exact as it is shown: those that read the same are the same. */
export function asShown(value: number, unit: Unit): number {
  const parts = partsOf(value, unit);
  return Math.round(value * parts) / parts;
}

/** A value as it stands on the screen. */
export function formatValue(value: number, unit: Unit, language: Language): string {
  if (unit === 'share') return percent(value, language);
  if (unit === 'hours') return duration(value, language);
  if (unit === 'per_10k') return perResidents(value, language);
  return compact(value, language);
}

/** A value in full, for tooltips and tables. */
export function formatExact(value: number, unit: Unit, language: Language): string {
  if (unit === 'count') return exact(value, language);
  return formatValue(value, unit, language);
}
