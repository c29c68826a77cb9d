import type { Notice } from '@hotline-atlas/model';

/** Notices that name days; see `days-without-data.ts`. */
type NoticeOfDays = 'day_missing' | 'day_under_way';

const sentences: Record<Exclude<Notice['code'], NoticeOfDays>, { en: string; zh: string }> = {
  no_data: { en: 'There are no such appeals in this period.', zh: '本期没有符合条件的诉求。' },
  no_places: {
    en: 'The city pack has no areas of this level; ask by cell.',
    zh: '本城市没有该层级的辖区，请按六边形网格查询。',
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
    zh: '完整的统计周期太少，请延长时间范围或缩短统计周期。',
  },
  no_history: {
    en: 'Too few earlier days of the same weekday have data: what is usual is not known.',
    zh: '此前同一星期几有数据的日子太少，尚不知往常水平。',
  },
  no_earlier_periods: {
    en: 'Fewer than three earlier periods of this length have data: what is usual is not known.',
    zh: '此前同样长短且有数据的时期不足三个，尚不知往常水平。',
  },
  mostly_bridged: {
    en: 'Too few of the steps have data: no trend, season or forecast is told from what is mostly bridged.',
    zh: '有数据的统计周期太少，多为插补值，不据此判断趋势、季节或作预测。',
  },
  no_residents: {
    en: 'The residents of these areas are not known: they cannot be judged by residents. Ask against all appeals, or against their own usual level.',
    zh: '这些辖区的常住人口未知，无法按人口判断；请改为与全部诉求或自身往常水平比较。',
  },
  not_asked: {
    en: 'Of these appeals none has what this rate is made of: nobody was asked afterwards, or no due time is known.',
    zh: '这些诉求均无计算该比率所需的数据：未作回访，或没有办理时限。',
  },
  no_limits: {
    en: 'None of these open orders has a due time: what is overdue or due is not known.',
    zh: '这些未办结工单均无办理时限，超期和到期情况未知。',
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
    zh: '所选时间范围内没有数据。',
  },
  nothing_to_compare: {
    en: 'No day of this period has a counterpart with data to compare it with.',
    zh: '所选时间范围内没有可比日，因此不作比较。',
  },
  not_ripe: {
    en: 'Too many orders are not closed or not return-visited yet, or the data does not tell how many: the rate may still move, and its change is provisional.',
    zh: '尚有较多工单未办结或未回访，或数据无从得知：比率可能还会变动，其变化为初步数据。',
  },
};

/** Why there is no judgement, or no figure. */
export const notice = (code: Exclude<Notice['code'], NoticeOfDays>): Notice => ({ code, ...sentences[code] });
