import type { Localized } from './localized.ts';

type DimensionKind = 'time' | 'cycle' | 'area' | 'cell' | 'category';

export interface Dimension {
  kind: DimensionKind;
  label: Localized;
  /** Too many values to list without a limit. */
  highCardinality?: boolean;
}

/** Everything appeals can be grouped or filtered by. */
const dimensions = {
  hour: { kind: 'time', label: { en: 'Hour', zh: '小时' } },
  day: { kind: 'time', label: { en: 'Day', zh: '日' } },
  week: { kind: 'time', label: { en: 'Week', zh: '周' } },
  month: { kind: 'time', label: { en: 'Month', zh: '月' } },
  quarter: { kind: 'time', label: { en: 'Quarter', zh: '季度' } },
  year: { kind: 'time', label: { en: 'Year', zh: '年' } },
  hour_of_day: { kind: 'cycle', label: { en: 'Hour of day', zh: '时段' } },
  day_of_week: { kind: 'cycle', label: { en: 'Day of week', zh: '星期' } },
  district: { kind: 'area', label: { en: 'District', zh: '区' } },
  subdistrict: { kind: 'area', label: { en: 'Subdistrict', zh: '街道/乡镇' }, highCardinality: true },
  cell: { kind: 'cell', label: { en: 'Cell', zh: '六边形网格' }, highCardinality: true },
  topic1: { kind: 'category', label: { en: 'Topic', zh: '一级分类' } },
  topic2: { kind: 'category', label: { en: 'Topic, level 2', zh: '二级分类' }, highCardinality: true },
  topic3: { kind: 'category', label: { en: 'Topic, level 3', zh: '三级分类' }, highCardinality: true },
  channel: { kind: 'category', label: { en: 'Channel', zh: '渠道' } },
  kind: { kind: 'category', label: { en: 'Kind', zh: '诉求类型' } },
  appellant: { kind: 'category', label: { en: 'Appellant', zh: '诉求人类型' } },
  unit: { kind: 'category', label: { en: 'Unit', zh: '承办单位' }, highCardinality: true },
  urgency: { kind: 'category', label: { en: 'Time limit', zh: '办理时限' } },
  status: { kind: 'category', label: { en: 'Status', zh: '状态' } },
  due_state: { kind: 'category', label: { en: 'State of orders', zh: '到期状态' } },
  location_quality: { kind: 'category', label: { en: 'Location', zh: '定位质量' } },
  excluded_reason: { kind: 'category', label: { en: 'Reason for exclusion', zh: '剔除原因' } },
  contacted: { kind: 'category', label: { en: 'Contacted', zh: '是否联系' } },
  resolved: { kind: 'category', label: { en: 'Resolved', zh: '是否解决' } },
  satisfied: { kind: 'category', label: { en: 'Satisfied', zh: '是否满意' } },
} as const satisfies Record<string, Dimension>;

export type DimensionName = keyof typeof dimensions;
export const dimensionNames = Object.keys(dimensions) as DimensionName[];
/** The declaration of a dimension, with its type widened to {@link Dimension}. */
export const dimensionOf = (name: DimensionName): Dimension => dimensions[name];

/** Time dimensions, finest first. */
export const grains = ['hour', 'day', 'week', 'month', 'quarter', 'year'] as const;
export type Grain = (typeof grains)[number];
export const isGrain = (name: DimensionName): name is Grain => dimensions[name].kind === 'time';

/** H3 resolutions a cell can be asked in. */
export const resolutions = [7, 8, 9, 10] as const;
export type Resolution = (typeof resolutions)[number];

/** Answers of the return visit of an order; of what was never dispatched they are unknown. */
export const visitAnswers = ['contacted', 'resolved', 'satisfied'] as const satisfies DimensionName[];
