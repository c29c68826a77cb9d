import { type Answer, type DimensionName, inLanguage, type Period } from '@hotline-atlas/model';
import { changeFrom } from '@hotline-atlas/ui/answer/change.ts';
import { periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { beyondUsual, usualShading } from '@hotline-atlas/ui/map/usual.ts';
import type { Screen } from '../../screen/screen.ts';
import { mapWords } from './words.ts';

/** What the usual level is the mean of. */
function usualTold(years: readonly Period[], { language, meta }: Screen): string | null {
  if (years.length === 0) return null;
  const words = mapWords[language];
  const told = [...years].reverse().map((year) => periodLabel(year, language));
  const left = meta.regimes.map(({ label }) => inLanguage(label, language));
  return words.usualIs(told, left);
}

/** The area farthest above, else below its usual level beyond chance, or that there is none. */
function titleOf(answer: Answer, level: DimensionName, years: readonly Period[], screen: Screen): string {
  const words = mapWords[screen.language];
  if (years.length === 0) return words.usualUnknown;
  const shading = usualShading(answer, level, screen.palette);
  const { above, below } = beyondUsual(shading, years.length);
  const [highest, lowest] = [above[0], below[0]];
  const told = (code: string) =>
    changeFrom(shading.figures.get(code)?.value ?? 0, 'count', screen.language).size;
  if (highest !== undefined)
    return words.usualAbove(screen.label(level, highest), told(highest), above.length - 1);
  return lowest === undefined ? words.usualNone : words.usualBelow(screen.label(level, lowest), told(lowest));
}

/** What a map of appeals against their usual level says, and what that is. */
export function usualHeading(
  answer: Answer,
  level: DimensionName,
  { years, place, screen }: { years: readonly Period[]; place: string; screen: Screen },
): { title: string; subtitle: string } {
  const words = mapWords[screen.language];
  const parts = [
    words.usual,
    place,
    periodLabel(answer.meta.period, screen.language),
    usualTold(years, screen),
    words.noResidents,
  ];
  return { title: titleOf(answer, level, years, screen), subtitle: parts.filter(Boolean).join(' · ') };
}
