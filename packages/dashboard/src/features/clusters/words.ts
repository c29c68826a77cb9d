import { dictionary } from '@hotline-atlas/ui/words/dictionary.ts';
import { judgementWords } from '../../judgement/words.ts';

/** ClusterWords of the clusters. */
export const clusterWords = dictionary(
  {
    ...judgementWords.en,

    title: (count: number) =>
      count === 1 ? 'One cluster in place and time' : `${count} clusters in place and time`,
    none: 'No cluster stands out beyond chance',
    list: 'Most likely clusters',
    significant: (p: string) => `p ${p}`,
    size: (radius: string, places: string) =>
      `radius ${radius} km, ${places} ${places === '1' ? 'hexagon' : 'hexagons'}`,
    reason: (parts: {
      period: string;
      observed: string;
      expected: string;
      ratio: string | null;
      p: string;
      radius: string;
    }) =>
      `${parts.period}: ${parts.observed} appeals within ${parts.radius} km ${parts.ratio === null ? 'where hardly any are expected' : `where ${parts.expected} were to be expected, ${parts.ratio} times as many`} (p ${parts.p}).`,
    unsure: 'Chance alone gives clusters like this one often: p is above 0.05.',
    manyPlaces: 'The cluster has too many hexagons for a list of its appeals.',
    back: 'All clusters',
    legend: 'Stronger colour: more likely',
    places: 'Hexagons',
  },
  {
    ...judgementWords.zh,

    title: (count) => `${count}处时空聚集`,
    none: '没有显著的时空聚集',
    list: '最可能的聚集',
    significant: (p) => `p ${p}`,
    size: (radius, places) => `半径${radius}公里，${places}个六边形`,
    reason: ({ period, observed, expected, ratio, p, radius }) =>
      `${period}，半径${radius}公里内有${observed}件诉求，${ratio === null ? '而平时几乎没有' : `预期${expected}件，为其${ratio}倍`}（p ${p}）。`,
    unsure: '这样的聚集在正常波动中也常出现：p大于0.05。',
    manyPlaces: '该聚集的六边形太多，无法列出诉求。',
    back: '全部聚集',
    legend: '颜色越深越可能',
    places: '六边形',
  },
);

export type ClusterWords = typeof clusterWords.en;
