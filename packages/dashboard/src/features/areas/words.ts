import { dictionary } from '@hotline-atlas/ui/words/dictionary.ts';

/** Words of the panels of areas. */
export const areaWords = dictionary(
  {
    panel: 'Areas',
    map: 'Map of districts',
    city: 'City',
    average: (value: string) => `City ${value}`,
    open: 'Open the map',
    published: 'other districts: published figures of whole months',
    notPublished: 'other districts: only for whole months, without other filters',
    measure: 'Appeals as',
    measures: { rate: 'Per 10,000', count: 'Count' },
    usual: 'Against usual',
  },
  {
    panel: '辖区',
    map: '各区地图',
    city: '全市',
    average: (value) => `全市${value}`,
    open: '打开地图',
    published: '其他区为按整月公布的数据',
    notPublished: '其他区仅在整月且无其他筛选时显示',
    measure: '诉求显示为',
    measures: { rate: '每万人', count: '数量' },
    usual: '较常年',
  },
);
