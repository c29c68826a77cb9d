import { dictionary } from '@hotline-atlas/ui/words/dictionary.ts';
import type { StripMeasure } from './address.ts';

type Named = Record<StripMeasure, string>;

const soFar = (open: boolean) => (open ? ', so far' : '');

/** Words of the strip of districts. */
export const stripWords = dictionary(
  {
    title: 'Districts',
    measure: 'Change of',
    measures: {
      satisfaction_rate: 'Satisfied',
      resolution_rate: 'Resolved',
      on_time_rate: 'On time',
      appeals: 'Appeals',
    } as Named,
    none: (measure: string) => `${measure}: changed beyond chance in no district`,
    only: (measure: string, district: string, open: boolean) =>
      `${measure}: changed beyond chance in ${district} only${soFar(open)}`,
    several: (measure: string, districts: string, open: boolean) =>
      `${measure}: changed beyond chance in ${districts}${soFar(open)}`,
    many: (measure: string, count: string, open: boolean) =>
      `${measure}: changed beyond chance in ${count} districts${soFar(open)}`,
    notJudged: (measure: string) => `${measure} by district`,
    subtitle: (now: string, before: string) => `change: ${now} on ${before}, comparable days`,
    notFinal: (month: string) => `${month} is not final`,
    lines: 'lines: 95% intervals',
    district: 'District',
    perResidents: 'Per 10,000 residents',
    appeals: 'Appeals',
    level: 'Resolved, %',
    levelSoFar: 'Resolved so far, %',
    change: (measure: string, points: boolean) =>
      points ? `${measure}, change in pp` : `${measure}, change in %`,
    sortBy: (column: string) => `Sort by ${column}`,
    tooFew: (cases: string) => `too few (${cases})`,
    of: (numerator: string, cases: string) => `${numerator} of ${cases}`,
    city: (value: string) => `whole city ${value}`,
    unknown: (count: string) => `District unknown ${count}`,
    unlocated: (count: string) => `not located ${count}`,
    all: (count: string) => `all ${count}`,
    noOutcomes: "This city's source records no outcomes of return visits: only volume is shown.",
    noDistricts: 'This city has no districts.',
    key: 'Map of the districts',
    keyChange: 'blue: lower, orange: higher, each beyond chance',
    keyVolume: 'darker: more per 10,000 residents',
    keyAppeals: 'circles: appeals',
    keyLevel: 'darker: more resolved',
    more: (count: string) => `Show ${count} more`,
  },
  {
    title: '各区情况',
    measure: '变化指标',
    measures: {
      satisfaction_rate: '满意率',
      resolution_rate: '解决率',
      on_time_rate: '按时办结率',
      appeals: '诉求量',
    },
    none: (measure) => `各区${measure}变化均属正常波动`,
    only: (measure, district, open) => `仅${district}${measure}变化明显${open ? '（初步数据）' : ''}`,
    several: (measure, districts, open) => `${districts}${measure}变化明显${open ? '（初步数据）' : ''}`,
    many: (measure, count, open) => `${count}个区${measure}变化明显${open ? '（初步数据）' : ''}`,
    notJudged: (measure) => `各区${measure}`,
    subtitle: (now, before) => `变化为${now}较${before}，按可比日`,
    notFinal: (month) => `${month}为初步数据`,
    lines: '线段为95%区间',
    district: '区',
    perResidents: '每万人诉求',
    appeals: '诉求量',
    level: '解决率，%',
    levelSoFar: '解决率（初步），%',
    change: (measure, points) => (points ? `${measure}变化，百分点` : `${measure}变化，%`),
    sortBy: (column) => `按${column}排序`,
    tooFew: (cases) => `样本过少（${cases}）`,
    of: (numerator, cases) => `${cases}件中${numerator}件`,
    city: (value) => `全市${value}`,
    unknown: (count) => `区不详${count}件`,
    unlocated: (count) => `未定位${count}件`,
    all: (count) => `合计${count}件`,
    noOutcomes: '本市数据来源未记录回访结果，仅显示诉求量。',
    noDistricts: '本市未划分区。',
    key: '各区位置图',
    keyChange: '蓝：明显下降，橙：明显上升',
    keyVolume: '颜色越深，每万人诉求越多',
    keyAppeals: '圆面积表示诉求量',
    keyLevel: '颜色越深，解决率越高',
    more: (count) => `再显示${count}个`,
  },
);
