import { dictionary } from '@hotline-atlas/ui/words/dictionary.ts';
import { judgementWords } from '../../judgement/words.ts';

const times = (ratio: string | null) =>
  ratio === null ? 'where hardly any are expected' : `${ratio} times as many as expected`;

/** AlarmWords of the alarms. */
export const alarmWords = dictionary(
  {
    ...judgementWords.en,
    title: (count: number, count_: string) =>
      count === 0 ? 'No alarms' : count === 1 ? 'One alarm' : `${count_} alarms`,
    lead: (title: string, what: string, observed: string, expected: string) =>
      `${title}: ${what}, ${observed} where ${expected} are expected`,
    fallen: 'Far fewer appeals than expected',
    fall: (place: string, observed: string, expected: string, threshold: string) =>
      `${place}: ${observed} appeals, where ${expected} were to be expected and fewer than ${threshold} are beyond chance. Has everything been delivered and loaded?`,
    missing: (spans: string) => `No data: ${spans}`,
    subtitle: (day: string, tested: string) => `${day} · ${tested} series of topic and area tested`,
    watch: 'Watch',
    watches: { day: 'Days', week: 'Weeks' },
    day: 'As of',
    before: 'A day earlier',
    after: 'A day later',
    all: 'All topics',
    city: 'Whole city',
    times,
    first: 'new',
    began: 'Since',
    since: (day: string) => `since ${day}`,
    spread: (subdistricts: string, topics: string) => `${subdistricts} subdistricts, ${topics} topics`,
    list: 'Alarms, most important first',
    chart: (what: string) => `Course of ${what} with what was expected. Arrow keys move.`,
    observed: 'Appeals',
    expected: 'Expected',
    threshold: 'Alarm above',
    members: 'Series merged into this alarm',
    member: 'Series',
    follows: 'Alarms follow area and topic; other filters do not narrow them.',
    reason: (parts: {
      what: string;
      period: string;
      observed: string;
      expected: string;
      threshold: string;
      q: string;
      ratio: string | null;
    }) =>
      `${parts.what}: ${parts.observed} appeals (${parts.period})${parts.ratio === null ? ' where hardly any are expected' : `, ${parts.ratio} times the ${parts.expected} to be expected`}; an alarm begins above ${parts.threshold}. Among alarms as sure as this one the share of false ones is ${parts.q} (q).`,
    rules: {
      farrington: '',
      short_series: 'Too short a history for the full method: judged by the mean of the last weeks.',
      recent_level:
        'An exceptional period lies in the years before: expected is the level of the last half year, with the usual season.',
    },
    page: 'Page of this alert',
    cameAfter: 'What came after',
    notYet: 'No day after it has data yet.',
    afterwards: (parts: { period: string; sum: string; observed: string; expected: string }) =>
      `${parts.sum} appeals, ${parts.period}; the alert had ${parts.observed} where ${parts.expected} were to be expected.`,
    notThere: 'This alert is not there any more',
    notThereWhy:
      'Alerts are judged anew with every version of the data, among the series you see. It is not among those of its day.',
    noStep: 'The address names no day an alert could be of.',
    toList: 'Alerts of that day',
    placeOf: (place: number, of: number) => `${place} of ${of}`,
    beside: {
      earlier: (name: string) => `Before it: ${name}`,
      later: (name: string) => `After it: ${name}`,
    },
    watchWeeks: 'Look at the whole week instead',
    rank: (rank: number) => `No. ${rank}`,
    quiet: {
      finding: (period: string, tested: string) =>
        `Nothing unusual, ${period}: none of the ${tested} series of topic and area that were tested was beyond what chance explains.`,
      noneTested: (period: string) =>
        `${period}: no series of topic and area has five appeals or more, so none could raise an alarm.`,
      whole: (place: string) => `All appeals, ${place}`,
      range: (expected: string, threshold: string) => `${expected} expected, alarm above ${threshold}`,
      notJudged: 'too few to be judged',
      watched: 'Series watched',
      tested: (tested: string, few: string) =>
        `${tested} tested, ${few} with too few appeals or too little history`,
      newest: 'Newest appeal',
      nearest: 'Nearest to an alarm',
      noneNear: 'No series had more appeals than were to be expected.',
      keyExpected: 'expected',
      bound: 'its own bound',
      byChance: (series: string, count: string) =>
        `of ${series} series tested up to ${count} are as high by chance`,
      relies: 'Why this can be relied on',
      level: (share: string) =>
        `The bounds are set so that no more than ${share} of the alarms raised are false: a series has to be beyond its own bound, and beyond what the highest of so many series reach by chance.`,
      slow: 'What grows slowly does not show in a day, but in weeks.',
      earlier: { day: 'The seven days before', week: 'The four weeks before' },
      lookBack: 'Find their alarms',
      takes: (seconds: string) => `takes about ${seconds} s`,
      noData: 'no data',
      noAlarm: 'no alarm',
    },
  },
  {
    ...judgementWords.zh,
    title: (count, text) => (count === 0 ? '没有预警' : `${text}条预警`),
    lead: (title, what, observed, expected) => `${title}：${what}，${observed}件，预期${expected}件`,
    fallen: '诉求量远低于预期',
    fall: (place, observed, expected, threshold) =>
      `${place}：收到诉求${observed}件，预期${expected}件，低于${threshold}件即超出正常波动范围。请核实数据是否已全部报送并入库。`,
    missing: (spans) => `没有数据：${spans}`,
    subtitle: (day, tested) => `${day} · 检验${tested}个分类与辖区的序列`,
    watch: '监测',
    watches: { day: '按日', week: '按周' },
    day: '截至',
    before: '前一天',
    after: '后一天',
    all: '全部分类',
    city: '全市',
    times: (ratio) => (ratio === null ? '而平时几乎没有' : `为预期的${ratio}倍`),
    first: '新出现',
    began: '起始日',
    since: (day) => `自${day}起`,
    spread: (subdistricts, topics) => `涉及${subdistricts}个街道/乡镇、${topics}个分类`,
    list: '预警，按重要程度排列',
    chart: (what) => `${what}的走势与预期。方向键移动。`,
    observed: '诉求量',
    expected: '预期',
    threshold: '预警阈值',
    members: '并入此预警的序列',
    member: '序列',
    follows: '预警只按辖区和分类筛选，其他筛选条件不起作用。',
    reason: ({ what, period, observed, expected, threshold, q, ratio }) =>
      `${what}：${period}有${observed}件诉求，${ratio === null ? '而平时几乎没有' : `为预期${expected}件的${ratio}倍`}；超过${threshold}件即预警。同等置信程度的预警中，误报占${q}（q值）。`,
    rules: {
      farrington: '',
      short_series: '历史太短，未用完整方法，按近几周的平均水平判断。',
      recent_level: '以往年份含特殊时期：预期值取近半年的水平，并计入常年季节变化。',
    },
    page: '本预警页面',
    cameAfter: '后续情况',
    notYet: '此后尚无数据。',
    afterwards: ({ period, sum, observed, expected }) =>
      `${period}共${sum}件诉求；预警时${observed}件，预期${expected}件。`,
    notThere: '此预警已不存在',
    notThereWhy: '预警随数据版本重新判断，范围为您可见的序列；当日预警中已没有这一条。',
    noStep: '地址中没有预警日期。',
    toList: '查看当日预警',
    placeOf: (place, of) => `第${place}条，共${of}条`,
    beside: { earlier: (name) => `前一条：${name}`, later: (name) => `后一条：${name}` },
    watchWeeks: '改看整周',
    rank: (rank) => `第${rank}`,
    quiet: {
      finding: (period, tested) => `${period}没有异常：受检的${tested}个分类与辖区序列均未超出正常波动范围。`,
      noneTested: (period) => `${period}没有任何分类与辖区的序列达到五件诉求，均不足以预警。`,
      whole: (place) => `全部诉求（${place}）`,
      range: (expected, threshold) => `预期${expected}件，超过${threshold}件即预警`,
      notJudged: '数量太少，无法判断',
      watched: '监测序列',
      tested: (tested, few) => `检验${tested}个，另${few}个诉求太少或历史太短，未检验`,
      newest: '最新诉求',
      nearest: '最接近预警',
      noneNear: '没有序列高于预期。',
      keyExpected: '预期',
      bound: '预警阈值',
      byChance: (series, count) => `受检的${series}个序列中，因随机波动达到这一程度的可能多达${count}个`,
      relies: '为什么可以放心',
      level: (share) =>
        `阈值的设定使误报不超过全部预警的${share}：既要超过自身阈值，也要超过众多序列中因随机波动出现的最高水平。`,
      slow: '缓慢增长的问题单日看不出，按周才能看出。',
      earlier: { day: '此前七天', week: '此前四周' },
      lookBack: '查找此前的预警',
      takes: (seconds) => `约需${seconds}秒`,
      noData: '没有数据',
      noAlarm: '未预警',
    },
  },
);

export type AlarmWords = typeof alarmWords.en;
