import type { Bilingual, Method, MethodPart } from '@hotline-atlas/model';
import type { ForecastMethod } from '@hotline-atlas/statistics';
import type { TrendJudged } from './judge.ts';
import type { TrendQuestion } from './request.ts';

/** The ways to forecast by their names. */
export const forecastLabels: Record<ForecastMethod, Bilingual> = {
  'seasonal-naive': { en: 'The same season again (seasonal naive)', zh: '季节性朴素法' },
  ets: { en: 'Exponential smoothing (ETS)', zh: '指数平滑（ETS）' },
  'stl-ets': { en: 'STL with exponential smoothing of the rest', zh: 'STL分解加指数平滑' },
};

const decomposition = ({ parts }: Pick<TrendJudged, 'parts'>): MethodPart[] => {
  if (!parts) return [];
  const several = parts.periods.length > 1;
  return [
    {
      name: several ? 'mstl' : 'stl',
      title: { en: 'Season, trend and remainder', zh: '季节、趋势与余项' },
      parameters: {
        periods: parts.periods.join(', '),
        seasonal_window: several ? '11, 15' : '11',
        robust: !several,
      },
      reference: several
        ? 'Bandara, Hyndman & Bergmeir (2021), MSTL, arXiv:2107.13462'
        : 'Cleveland, Cleveland, McRae & Terpenning (1990), J. Official Statistics 6, 3-73',
    },
  ];
};

const forecastParts = ({ forecast }: Pick<TrendJudged, 'forecast'>): MethodPart[] =>
  forecast
    ? [
        {
          name: 'rolling_origin',
          title: { en: 'The forecast that would have done best so far', zh: '滚动起点择优预测' },
          parameters: {
            chosen: forecast.method,
            model: forecast.model ?? forecast.method,
            origins: forecast.origins,
            by: 'mean absolute error',
          },
          reference:
            'Tashman (2000), Int. J. Forecasting 16, 437-450; Hyndman, Koehler, Ord & Snyder (2008), Forecasting with Exponential Smoothing',
        },
      ]
    : [];

const seasonIn = { month: '12 months', week: '52 weeks', day: '7 or 364 days' } as const;

/** How a trend was judged. */
export const trendMethod = (
  { grain, regimes, selection }: TrendQuestion,
  judged: Pick<TrendJudged, 'parts' | 'forecast'>,
  sample: Record<string, number>,
): Method => ({
  title: { en: 'Trend and forecast', zh: '趋势与预测' },
  summary: {
    en: 'The series is taken apart into trend, seasons and remainder. The forecast is made by whichever of several ways would have forecast the latest steps best. The year before is compared on comparable days, as everywhere: the days of both years that have data and a counterpart; under three months weighted to the same weekdays and days off.',
    zh: '将序列分解为趋势、季节和余项。预测采用对近期回测误差最小的方法。同比与其他各处口径一致，按可比日计算：取两年中均有数据且互有对应的日期；不足三个月时按星期和节假日构成调整。',
  },
  parts: [
    {
      name: 'bridge',
      title: { en: 'Gaps bridged', zh: '缺口插补' },
      parameters: {
        regimes,
        left_out: selection.withoutRegimes.join(', ') || 'none',
        how: 'a straight line with the season on top',
      },
      reference: 'As forecast::na.interp in R (Hyndman & Khandakar 2008, J. Stat. Software 27)',
    },
    ...decomposition(judged),
    {
      name: 'seasonal_kendall',
      title: {
        en: 'Seasonal Kendall test of the values that are there, for autocorrelated values',
        zh: '季节性Kendall检验（只用实际值，自相关校正）',
      },
      parameters: { season: seasonIn[grain], correlation: 'first-order autoregressive', slope: 'median' },
      reference:
        'Hirsch, Slack & Smith (1982), Water Resources Research 18, 107-121; Hamed (2009), J. Hydrology 368, 143-155',
    },
    ...forecastParts(judged),
    {
      name: 'comparable_days',
      title: { en: 'Year on year on comparable days', zh: '可比日同比' },
      parameters: { grain },
      reference: 'docs/decisions/0019',
    },
  ],
  sample,
  corrections: [],
  caveats: [
    {
      en: 'Intervals take the chosen model as true and its parameters as known: they are on the narrow side.',
      zh: '区间以所选模型及参数为真，略偏窄。',
    },
    {
      en: 'Steps that are bridged are made up: they take no part in the test, no remainder of theirs is called unusual, and where they are more than two of five nothing is judged.',
      zh: '插补的各期为推算值：不参与检验，其余项不作异常判断；超过五分之二时不作任何判断。',
    },
    {
      en: 'A rate of fewer than 30 appeals is bridged too: it moves by chance more than by anything else.',
      zh: '样本不足30件的比率同样按插补处理：其变动多出于随机波动。',
    },
    {
      en: 'No trend is told of a series that does not hold more than two of its seasons: a season would pass for it.',
      zh: '序列不足两个完整季节周期时不判断趋势，以免把季节变化当作趋势。',
    },
  ],
});
