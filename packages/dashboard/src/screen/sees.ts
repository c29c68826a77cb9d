import type { DimensionName, Language } from '@hotline-atlas/model';
import { dictionary } from '@hotline-atlas/ui/words/dictionary.ts';
import type { Person } from './person.ts';

const seesWords = dictionary(
  {
    city: 'the whole city',
    nothing: 'no appeals',
    texts: 'texts open',
    noTexts: 'no texts, replies or addresses',
    cells: (resolution: number) => `places no finer than hexagons of size ${resolution}`,
    hours: 'times to the hour',
    pseudonyms: 'callers as pseudonyms',
  },
  {
    city: '全市',
    nothing: '不显示诉求',
    texts: '可查看内容',
    noTexts: '不含诉求内容、答复和地址',
    cells: (resolution) => `位置不细于${resolution}级六边形`,
    hours: '时间精确到小时',
    pseudonyms: '诉求人为化名',
  },
);

/** The name of a value of a dimension; its code where names are not known. */
export type Labeller = (dimension: DimensionName, code: string) => string;

/** What somebody sees, in words: `Fengtai · texts open`. */
export function seesOf({ scope }: Person, label: Labeller, language: Language): string[] {
  const words = seesWords[language];
  if (!scope) return [words.nothing];
  const comma = language === 'zh' ? '、' : ', ';
  const places = scope.clauses.map(({ dimension, values }) =>
    values.map((value) => label(dimension, value)).join(comma),
  );
  return [
    ...(places.length > 0 ? places : [words.city]),
    scope.texts ? words.texts : words.noTexts,
    ...(scope.place === 'point' ? [] : [words.cells(scope.place)]),
    ...(scope.time === 'hour' ? [words.hours] : []),
    ...(scope.callers === 'pseudonym' ? [words.pseudonyms] : []),
  ];
}
