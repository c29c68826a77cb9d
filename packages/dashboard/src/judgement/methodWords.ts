import type { Bilingual, Language } from '@hotline-atlas/model';
import { labelled } from '@hotline-atlas/ui/format/joined.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';

/** What the parameters of methods are called, in both languages: an answer names them by keys. */
export const parameterNames: Readonly<Record<string, Bilingual>> = {
  a_part_stays_apart: { en: 'a part stays an alarm of its own at', zh: '局部单独预警的条件' },
  alpha: { en: 'significance level', zh: '显著性水平' },
  assumption: { en: 'assumption', zh: '假设' },
  at_least: { en: 'at least', zh: '下限' },
  between: { en: 'variance between groups', zh: '对象间方差' },
  borrowed_appeals: { en: 'appeals borrowed from the mean', zh: '向总体借用的样本量' },
  by: { en: 'by', zh: '依据' },
  cases_of_no_season: { en: 'cases without season mixed in', zh: '混入的无季节样本数' },
  cases_of_no_week: { en: 'cases of an average week mixed in', zh: '混入的平均周样本数' },
  cases_of_the_level_before: { en: 'cases of the level before mixed in', zh: '混入的此前水平样本数' },
  chosen: { en: 'chosen', zh: '选用' },
  confidence: { en: 'confidence', zh: '置信水平' },
  dispersion: { en: 'dispersion', zh: '离散系数' },
  distribution: { en: 'distribution', zh: '分布' },
  draws: { en: 'draws', zh: '抽样次数' },
  ends: { en: 'ends', zh: '结束时间' },
  evidence: { en: 'evidence', zh: '证据' },
  expected: { en: 'expected', zh: '预期' },
  family: { en: 'tested together', zh: '一并检验' },
  final_when: { en: 'final where', zh: '何时视为最终' },
  from: { en: 'from', zh: '取自' },
  grain: { en: 'step', zh: '统计周期' },
  half_window_weeks: { en: 'weeks to either side', zh: '前后各取周数' },
  highest_of_weeks: { en: 'highest of so many weeks', zh: '取数周中的最高值' },
  hot: { en: 'hot where', zh: '热点条件' },
  how: { en: 'how', zh: '方式' },
  season: { en: 'season', zh: '季节周期' },
  correlation: { en: 'dependence', zh: '自相关模型' },
  left_out: { en: 'left out', zh: '不计入' },
  left_out_weeks: { en: 'latest weeks left out', zh: '不计的最近周数' },
  level: { en: 'share of false findings at most', zh: '误报比例上限' },
  limits: { en: 'limits', zh: '控制限' },
  longest_steps: { en: 'longest span, in steps', zh: '最长期数' },
  model: { en: 'model', zh: '模型' },
  months: { en: 'months', zh: '月数' },
  nearly_always: { en: 'nearly always from', zh: '“几乎始终”的下限' },
  neighbours: { en: 'neighbours', zh: '相邻范围' },
  normal_above: { en: 'normal approximation above', zh: '超过此数用正态近似' },
  of: { en: 'of', zh: '取自' },
  origins: { en: 'origins', zh: '预测起点数' },
  p: { en: 'p', zh: 'p值' },
  parts: { en: 'parts', zh: '分解为' },
  periods: { en: 'steps of a season', zh: '季节周期' },
  ratio: { en: 'spread over chance', zh: '差异与随机波动之比' },
  regimes: { en: 'exceptional periods', zh: '特殊时期' },
  replications: { en: 'simulated histories', zh: '模拟次数' },
  reweight_above: { en: 'outliers weigh less above', zh: '超过此值的离群点降权' },
  ripe_at: { en: 'ripe at', zh: '视为最终数据的比例' },
  robust: { en: 'robust', zh: '稳健' },
  seasonal_window: { en: 'seasonal window', zh: '季节窗宽' },
  seasons: { en: 'parts of the year', zh: '一年分段数' },
  seed: { en: 'seed', zh: '随机种子' },
  shortest_regime_weeks: { en: 'exceptional periods from so many weeks', zh: '特殊时期的最短周数' },
  slope: { en: 'slope', zh: '斜率' },
  spread: { en: 'usual spread', zh: '常见差异' },
  threshold: { en: 'bound', zh: '预警阈值' },
  topics: { en: 'topics', zh: '分类' },
  trend_p: { en: 'trend kept below p', zh: '保留趋势的p值' },
  weeks: { en: 'weeks', zh: '周数' },
  weeks_beside: { en: 'weight of the weeks beside', zh: '相邻周的权重' },
  weeks_out_of_season: { en: 'weeks out of season', zh: '淡季周' },
  weighted_to_weekdays: { en: 'weighted to the same mix of weekdays', zh: '按星期构成加权' },
  weights: { en: 'weights', zh: '权重' },
  widest_share: { en: 'widest share of all', zh: '最大范围占比' },
  winsorised: { en: 'extremes drawn in', zh: '极端值缩尾' },
  years: { en: 'years', zh: '年份' },
};

/** Values that are words; English answers carry them as they are. */
export const parameterWords: Readonly<Record<string, string>> = {
  '10 % at either end': '两端各10%',
  '4 standard deviations beyond the rise of the whole': '超出整体升幅4个标准差',
  '99 % of the oldest months is known': '已知最早各月的99%',
  '95 %, 99.8 %': '95%、99.8%',
  'H3 ring 1 and the cell itself': 'H3一环及网格自身',
  Sen: 'Sen斜率',
  'a straight line with the season on top': '直线加季节',
  all: '全部',
  'all groups that are not small': '样本足够的全部对象',
  'all groups that were tested': '受检的全部对象',
  'all groups together': '全体对象合计',
  'all places in all steps of the question': '全部时期的全部地点',
  any: '不限',
  alive: '至今仍在持续',
  'below half of the season of the day': '季节因子不足当日的一半',
  binary: '二元',
  bridge: '插补',
  day: '日',
  differences: '数量之差',
  'every series watched that day; fewer than five appeals count as p = 1':
    '当日监测的全部序列；不足5件的按p = 1计',
  'in proportion to all appeals: the count of the step times the share of the place in all appeals of that step':
    '按全部诉求比例：当期总量乘以该地占同期全部诉求的比例',
  'in proportion to residents: the count of the step times the share of the place in all residents':
    '按常住人口比例：当期总量乘以该地人口占比',
  keep: '保留',
  leave: '不计入',
  'log likelihood ratio over dispersion': '对数似然比除以离散系数',
  'mean absolute error': '平均绝对误差',
  'mid-p, two-sided': '双侧mid-p',
  month: '月',
  'months beside those around them': '各月与前后月份相比',
  'months beside those around them, and a year before': '各月与前后月份及上年同月相比',
  'months beside those around them, as in other years': '各月与前后月份相比，并参照往年',
  'negative binomial': '负二项分布',
  'negative binomial, with the uncertainty of level and season': '负二项分布，计入水平与季节的不确定性',
  no: '否',
  none: '无',
  'own rate, and share of the whole against the mean': '自身比率的变化，及占比相对均值的变化',
  'q ≤ 0.1 and z > 0': 'q ≤ 0.1且z > 0',
  randomisation: '随机化',
  'ratio of odds': '优势比',
  'row-standardised': '行标准化',
  'first-order autoregressive': '一阶自回归',
  median: '中位数',
  '12 months': '12个月',
  '52 weeks': '52周',
  '7 or 364 days': '7天或364天',
  'second level': '二级分类',
  'shared borders and the area itself': '相邻辖区及其自身',
  'the same in every place: the count of the step divided by the number of places':
    '各地点相同：当期总量除以地点数',
  'the usual level of the place: its share over the whole period times the count of the step':
    '按该地往常水平：全期占比乘以当期总量',
  week: '周',
  yes: '是',
};

/** A parameter of a method in words: its name and its value. */
export function parameterText(name: string, value: string | number | boolean, language: Language): string {
  const label = parameterNames[name]?.[language] ?? name.replaceAll('_', ' ');
  const word = typeof value === 'boolean' ? (value ? 'yes' : 'no') : value;
  const text =
    typeof word === 'number'
      ? name === 'seed'
        ? String(word)
        : exact(word, language, 4)
      : language === 'zh'
        ? (parameterWords[word] ?? word)
        : word;
  return labelled(label, text, language);
}
