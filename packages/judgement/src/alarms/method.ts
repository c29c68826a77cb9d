import type { Method } from '@hotline-atlas/model';
import type { AlarmsQuestion } from './request.ts';
import type { WatchSteps } from './watch-steps.ts';

/** How alarms were raised. */
export const alarmsMethod = (
  { watch, level }: AlarmsQuestion,
  { ends }: Pick<WatchSteps, 'ends'>,
  sample: Record<string, number>,
): Method => ({
  title: { en: 'Alarms', zh: '预警' },
  summary: {
    en:
      watch === 'day'
        ? 'The count of the day is compared with the same day of the week in the past, the season of its topic taken into account. Topics of every level are watched in every district and in the city, first-level topics in every subdistrict.'
        : 'The count of the seven days is compared with such weeks of the past, the season of its topic taken into account. Topics of every level are watched in every district and in the city, first-level topics in every subdistrict.',
    zh:
      watch === 'day'
        ? '将当日诉求量与以往同一星期几的数量比较，并考虑该分类的季节规律。各级分类按区和全市监测，一级分类按街道/乡镇监测。'
        : '将七日诉求量与以往同期七日比较，并考虑该分类的季节规律。各级分类按区和全市监测，一级分类按街道/乡镇监测。',
  },
  parts: [
    {
      name: 'farrington_flexible',
      title: { en: 'Farrington flexible', zh: 'Farrington改进算法' },
      parameters: {
        years: 5,
        half_window_weeks: 3,
        seasons: 10,
        left_out_weeks: 26,
        reweight_above: 2.58,
        trend_p: 0.05,
        threshold: 'negative binomial',
        alpha: 0.01,
      },
      reference:
        'Noufaily, Enki, Farrington, Garthwaite, Andrews & Charlett (2013), Statistics in Medicine 32, 1206-1222',
    },
    {
      name: 'recent_level',
      title: {
        en: 'From six weeks after a regime until three and a half years after it: the level of the last 26 weeks times the season of all years',
        zh: '长期特殊时期结束六周后至三年半内：近26周水平乘以历年季节因子',
      },
      parameters: {
        weeks: 26,
        left_out_weeks: 2,
        shortest_regime_weeks: 13,
        seasons: 10,
        weeks_out_of_season: 'below half of the season of the day',
        cases_of_the_level_before: 2,
        cases_of_no_season: 5,
        reweight_above: 2.58,
        threshold: 'negative binomial, with the uncertainty of level and season',
        alpha: 0.01,
      },
      reference:
        'docs/statistics.md; iterative proportional fitting: Deming & Stephan (1940), Ann. Math. Stat. 11, 427-444',
    },
    {
      name: 'city_season',
      title: {
        en: 'Then also: the season of a series is that of its topic in the whole city, week by week, and may come a week early or late',
        zh: '同一时期内：各序列的季节因子取该分类全市逐周的历年规律，并允许提前或推迟一周',
      },
      parameters: { cases_of_no_week: 5, weeks_beside: 0.5, highest_of_weeks: 3 },
      reference: 'docs/statistics.md; shrinkage as in Clayton & Kaldor (1987), Biometrics 43, 671-681',
    },
    {
      name: 'recent_mean',
      title: {
        en: 'Series younger than a year: the mean of the last 26 weeks',
        zh: '不足一年的序列：近26周均值',
      },
      parameters: { weeks: 26, left_out_weeks: 2, alpha: 0.01 },
      reference: 'After EARS C2: Hutwagner, Thompson, Seeman & Treadwell (2003), J. Urban Health 80, i89-i96',
    },
    {
      name: 'benjamini_hochberg',
      title: { en: 'False-discovery control', zh: '错误发现率控制' },
      parameters: { family: 'every series watched that day; fewer than five appeals count as p = 1', level },
      reference: 'Benjamini & Hochberg (1995), J. R. Stat. Soc. B 57, 289-300',
    },
    {
      name: 'merge_upwards',
      title: { en: 'One happening, one alarm', zh: '一事一警' },
      parameters: {
        evidence: 'log likelihood ratio over dispersion',
        a_part_stays_apart: '4 standard deviations beyond the rise of the whole',
      },
      reference: 'docs/statistics.md',
    },
  ],
  sample: { ...sample, first_year: Number(ends[0]?.slice(0, 4) ?? 0) },
  corrections: [
    {
      en: 'Benjamini-Hochberg over all series tested that day; series of nested topics and areas depend on one another positively, for which it holds.',
      zh: '对当日全部受检序列做Benjamini-Hochberg校正；分类与区域相互嵌套，序列为正相关，该校正仍成立。',
    },
  ],
  caveats: [
    {
      en: 'Spans the city pack calls regimes are left out of every baseline; one shorter than a quarter of a year interrupts the level, a longer one begins a new one. Public holidays are not left out: on a holiday less is expected than a working day would let through, and the day after one may be high without cause.',
      zh: '城市配置中的特殊时期不计入基线；不足一个季度的只作间断，更长的视为新水平的开始；节假日计入，节后首日可能无故偏高。',
    },
    {
      en: 'Within a regime, and for six weeks after it, the level of normal times may no longer be true: expect many alarms, and treat them with care. From then on the level is that of the last weeks, and what grows over weeks may hide in it.',
      zh: '特殊时期之内及其后六周，以往的正常水平可能已不适用，预警会偏多，请谨慎对待；此后以近期水平为准，数周内缓慢增长的问题可能不易察觉。',
    },
    {
      en: 'An alarm says that a count is unusual, not why. Look at the appeals.',
      zh: '预警只说明数量异常，不说明原因；请查看诉求内容。',
    },
  ],
});
