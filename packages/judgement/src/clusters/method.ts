import type { Method } from '@hotline-atlas/model';
import { rounded } from '../answer/numbers.ts';
import type { ClustersQuestion } from './request.ts';

/** How clusters were found. */
export const clustersMethod = (
  { longest, widest, replications, alive }: ClustersQuestion,
  dispersion: number,
  seed: number,
  sample: Record<string, number>,
): Method => ({
  title: { en: 'Clusters in space and time', zh: '时空聚集' },
  summary: {
    en: 'Circles about every place and spans of steps are searched for the one that holds most more appeals than expected. A place is expected to have its usual share, from the last two years, of what the whole area has in the step: a rise everywhere is no cluster. Chance is told by histories in which nothing happens.',
    zh: '以每个地点为圆心、对各时间区间搜索超出预期最多的范围。预期为该地近两年往常占比乘以全域当期总量，因此普遍上升不算聚集。以无事件的模拟历史判断随机性。',
  },
  parts: [
    {
      name: 'space_time_scan',
      title: { en: 'Space-time scan, expectation-based Poisson', zh: '基于预期的泊松时空扫描' },
      parameters: {
        longest_steps: longest,
        widest_share: widest,
        ends: alive,
        dispersion: rounded(dispersion, 4) ?? 1,
      },
      reference:
        'Kulldorff (2001), J. R. Stat. Soc. A 164, 61-72; Neill, Moore, Sabhnani & Daniel (2005), KDD, 218-227',
    },
    {
      name: 'monte_carlo',
      title: { en: 'p by simulation, and from a Gumbel law fitted to it', zh: '模拟与Gumbel分布的p值' },
      parameters: { replications, seed },
      reference: 'Abrams, Kulldorff & Kleinman (2010), Int. J. Health Geographics 9, 61',
    },
  ],
  sample,
  corrections: [
    {
      en: 'Every circle and span is compared with the best of each simulated history: the search itself is corrected for.',
      zh: '各范围均与每次模拟的最优值比较，已校正多重搜索。',
    },
  ],
  caveats: [
    {
      en: 'Circles are only an outline of what may be of any shape; the second and further clusters are judged cautiously.',
      zh: '圆形只是真实范围的近似；第二个及以后的聚集判断偏保守。',
    },
    {
      en: 'A place that is not yet two years in the record has a usual share from less.',
      zh: '记录不足两年的地点，其往常占比依据较少。',
    },
  ],
});
