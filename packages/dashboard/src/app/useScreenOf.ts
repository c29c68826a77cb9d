import { inLanguage, type Language, metricOf } from '@hotline-atlas/model';
import { labeller } from '@hotline-atlas/ui/format/labels.ts';
import type { Palette } from '@hotline-atlas/ui/theme/tokens.ts';
import { useMemo } from 'react';
import { choiceShown, resolvePeriod, ripeMonthOf } from '../address/period.ts';
import type { DashboardState } from '../address/state.ts';
import { useCellNames } from '../questions/cellNames.ts';
import type { CityMeta } from '../screen/city.ts';
import type { Person } from '../screen/person.ts';
import type { Screen } from '../screen/screen.ts';
import { messages } from '../words/index.ts';
import { useMoves } from './useMoves.ts';

/** What a state means for the city and who asks; null until both are known, or where there is no data. */
export function useScreenOf(
  meta: CityMeta | null,
  person: Person | null,
  asked: DashboardState,
  language: Language,
  palette: Palette,
): Screen | null {
  const cellName = useCellNames(`${meta?.asOf.version} ${person?.name}`, language);
  const moves = useMoves();
  return useMemo(() => {
    if (!person || !meta?.firstDay || !meta.lastDay) return null;
    const coverage = {
      firstDay: meta.firstDay,
      lastDay: meta.lastDay,
      completeTo: meta.completeTo ?? meta.lastDay,
      spans: meta.spans,
    };
    const state = {
      ...asked,
      period: choiceShown(asked.period, coverage),
      ...(!person.scope?.texts && { appeals: { ...asked.appeals, search: '' } }),
    };
    const period = resolvePeriod(state.period, coverage, ripeMonthOf(state, meta.lastRipeMonth));
    return {
      state,
      meta,
      person,
      period,
      days: state.span ?? period,
      language,
      messages: messages[language],
      palette,
      label: labeller(meta.labels, language, cellName),
      metricLabel: (metric) => inLanguage(metricOf(metric).label, language),
      ...moves,
    };
  }, [meta, person, asked, language, palette, cellName, moves]);
}
