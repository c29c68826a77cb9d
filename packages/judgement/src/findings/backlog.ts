import type { Bilingual, FindingFigure, FindingSentence } from '@hotline-atlas/model';
import { written } from './numbers.ts';
import { detailOf, shortEnough } from './sentences.ts';

/** Figures of a unit whose open orders are overdue more often than those of others. */
export interface BacklogFigures {
  about: NonNullable<FindingSentence['about']>;
  open: FindingFigure;
  overdue: FindingFigure;
  /** Of the whole place. */
  all: { open: FindingFigure; overdue: FindingFigure };
  /** Units that stand out, and units that were judged. */
  units: { standOut: number; judged: number };
}

const partOf = (overdue: FindingFigure, open: FindingFigure): Bilingual => {
  const [late, all] = [written(overdue.value ?? 0, 'count'), written(open.value ?? 0, 'count')];
  return { en: `${late} of ${all} open orders overdue`, zh: `${all}件未办结工单中${late}件超期` };
};

/** Open orders and, where that is known, how many of them are overdue: `38 open, 4 overdue`. */
export function openWords(open: FindingFigure, overdue: FindingFigure): Bilingual {
  const all = written(open.value ?? 0, 'count');
  if (overdue.value === null) return { en: `${all} open`, zh: `未办结${all}件` };
  const late = written(overdue.value, 'count');
  return { en: `${all} open, ${late} overdue`, zh: `未办结${all}件，超期${late}件` };
}

/** How the open orders of all units stand. */
export function allWords({ open, overdue }: BacklogFigures['all']): Bilingual {
  const { en, zh } = partOf(overdue, open);
  return { en: `all together ${en}`, zh: `总体${zh}` };
}

/** How the open orders of the unit stand, beside all. */
export function unitWords({ open, overdue }: BacklogFigures): Bilingual {
  const { en, zh } = partOf(overdue, open);
  return { en: `${en}.`, zh: `${zh}。` };
}

/** The unit whose open orders are overdue more often than chance explains. */
export function backlogSentence(figures: BacklogFigures): FindingSentence {
  const { about, open, overdue, all, units } = figures;
  const { en, zh } = partOf(overdue, open);
  const { label } = about;
  const text = shortEnough([
    { en: `${label.en}: ${en}.`, zh: `${label.zh}${zh}。` },
    { en: `One unit has ${en}.`, zh: `${label.zh}${zh}。` },
  ]);
  const [more, judged] = [written(units.standOut, 'count'), written(units.judged, 'count')];
  return {
    kind: 'backlog',
    mark: 'beyond_chance',
    text,
    detail: detailOf([
      text.en.startsWith(label.en) ? null : { en: label.en, zh: label.zh },
      allWords(all),
      {
        en: `${more} of ${judged} units are late beyond chance`,
        zh: `${judged}个承办单位中${more}个超期偏多，超出正常波动`,
      },
    ]),
    figures: [overdue, open, all.overdue, all.open],
    about,
  };
}
