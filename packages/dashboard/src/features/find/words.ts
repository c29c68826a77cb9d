import { dictionary } from '@hotline-atlas/ui/words/dictionary.ts';

/** Words of *find anything*. */
export const findWords = dictionary(
  {
    find: 'Find anything',
    placeholder: 'District, topic, unit, order number',
    hint: 'A name in Chinese or English, pinyin or its initials, a code, an order number, or words of appeals.',
    keys: '↑ ↓ move · Enter opens · Esc closes',
    results: 'What was found',
    count: (count: number) => (count === 1 ? 'One result' : `${count} results`),
    none: (text: string) => `Nothing is called “${text}”.`,
    recent: 'Opened lately',
    kinds: {
      district: 'Districts',
      subdistrict: 'Subdistricts',
      topic: 'Topics',
      unit: 'Units',
      page: 'Pages',
      order: 'Order',
      words: 'Texts',
    },
    order: (id: string) => `Order ${id}`,
    words: (text: string) => `Appeals that say “${text}”`,
  },
  {
    find: '查找',
    placeholder: '区、问题、单位、工单编号',
    hint: '可输入中英文名称、拼音或首字母、代码、工单编号，或诉求内容中的词语。',
    keys: '↑ ↓ 移动 · 回车打开 · Esc关闭',
    results: '查找结果',
    count: (count) => `共${count}项`,
    none: (text) => `没有名称含“${text}”的项目。`,
    recent: '最近打开',
    kinds: {
      district: '区',
      subdistrict: '街道/乡镇',
      topic: '分类',
      unit: '承办单位',
      page: '页面',
      order: '工单',
      words: '内容',
    },
    order: (id) => `工单${id}`,
    words: (text) => `内容含“${text}”的诉求`,
  },
);

export type FindWords = typeof findWords.en;
