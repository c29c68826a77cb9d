import type { Notice } from '@hotline-atlas/model';

const sentences: Record<Notice['code'], { en: string; zh: string }> = {
  no_data: { en: 'There are no such appeals in this period.', zh: '本期没有符合条件的诉求。' },
  no_places: {
    en: 'The city pack has no areas of this level; ask by cell.',
    zh: '本城市没有该层级的区域，请按网格查询。',
  },
  too_few_places: {
    en: 'Fewer than three places: there is nothing to compare them with.',
    zh: '不足三个地点，无从比较。',
  },
  too_few_groups: {
    en: 'Fewer than three groups were asked often enough: there is nothing to compare them with.',
    zh: '回访足够多的对象不足三个，无从比较。',
  },
  too_few_steps: {
    en: 'The period holds too few complete steps; take a longer one or a finer step.',
    zh: '本期完整时段太少；请延长时间范围或选用更细的时段。',
  },
  all_equal: {
    en: 'All values are equal: nothing stands out.',
    zh: '所有数值相同，没有突出之处。',
  },
  too_few_appeals: {
    en: 'Too few appeals to judge.',
    zh: '诉求太少，无法判断。',
  },
  no_days: {
    en: 'No day of this period has data.',
    zh: '所选时段内没有任何一天有数据。',
  },
  nothing_to_compare: {
    en: 'No day of this period has a counterpart with data to compare it with.',
    zh: '所选时段内没有任何一天能与对比时段的有数据日期对应，因此不作比较。',
  },
  not_ripe: {
    en: 'Too many orders are not closed or not return-visited yet: the rate will still move, and its change is provisional.',
    zh: '尚有较多工单未办结或未回访，比率还会变动，其变化仅为暂定。',
  },
};

/** Why there is no judgement, or no figure. */
export const notice = (code: Notice['code']): Notice => ({ code, ...sentences[code] });
