import { dictionary } from '@hotline-atlas/ui/words/dictionary.ts';

const plural = (count: number, text: string, one: string, many: string) =>
  `${text} ${count === 1 ? one : many}`;

/** Words of the lists of appeals. */
export const appealWords = dictionary(
  {
    title: 'Appeals',
    inArea: (place: string) => `Appeals in ${place}`,
    count: (count: number, text: string) => plural(count, text, 'appeal', 'appeals'),
    atLeast: (count: string) => `at least ${count}`,
    searchedFrom: (day: string) => `texts searched back to ${day} so far, the next page goes on`,
    noneYet: (day: string) => `Nothing found back to ${day}. The next page searches earlier texts.`,
    found: (words: string) => `containing “${words}”`,
    searchEnd: 'End the search',
    searchScope: 'Text search narrows the appeals below; the figures elsewhere follow the filters only.',
    here: (shown: string) => `${shown} of them here`,
    open: (id: string) => `Open appeal ${id}`,
    first: 'First page',
    next: 'Next page',
    received: 'Received',
    noText: 'No text recorded',
    sheet: (id: string) => `Appeal ${id}`,
    export: 'Download all of them',
    missing: 'This appeal does not exist, or is not for you to see.',
    text: 'Text',
    reply: 'Reply',
    notAsked: 'not asked',
  },
  {
    title: '诉求',
    inArea: (place) => `${place}的诉求`,
    count: (_, text) => `${text}件诉求`,
    atLeast: (count) => `至少${count}`,
    searchedFrom: (day) => `目前已检索至${day}，下一页继续`,
    noneYet: (day) => `${day}以来未检索到，下一页继续检索更早的内容。`,
    found: (words) => `包含“${words}”`,
    searchEnd: '取消检索',
    searchScope: '文字检索只作用于下列诉求；其他图表仅按筛选条件统计。',
    here: (shown) => `本页${shown}件`,
    open: (id) => `打开诉求${id}`,
    first: '第一页',
    next: '下一页',
    received: '受理时间',
    noText: '未记录内容',
    sheet: (id) => `诉求${id}`,
    export: '下载全部',
    missing: '此诉求不存在，或您无权查看。',
    text: '诉求内容',
    reply: '办理答复',
    notAsked: '未问及',
  },
);
