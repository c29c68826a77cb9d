import type { ChangeMark } from '@hotline-atlas/model';

/** What a text says, read back from its letters. */
export interface Claim {
  form: string;
  /** Numbers as they stand, with the decimals they have. */
  numbers: string[];
  /** 1 up, −1 down, 0 neither. */
  direction: -1 | 0 | 1;
  mark: ChangeMark | null;
}

type Form = readonly [form: string, pattern: RegExp];

const number = '([\\d,]+(?:\\.\\d+)?)';
const verdictEn = '(?<mark>, within chance|, not judged)?';
const verdictZh = '(?<mark>，属正常波动|，暂不判断)?';

const form = (name: string, ...sources: string[]): Form[] =>
  sources.map((source) => [name, new RegExp(`^${source.replaceAll('#', number)}$`, 'u')]);

/** Every form a text may have; a text that has none of them is a defect. */
const forms: readonly Form[] = [
  ...form('volume alone', '# appeals a day; nothing to compare with\\.', '日均诉求#件，无可比数据。'),
  ...form('volume few', '# appeals: too few to compare with those .+\\.', '诉求#件，样本过少，不与.+比较。'),
  ...form(
    'volume percent',
    `# appeals a day, #\u00a0% (?<way>more|fewer) than .+? \\(# a day\\)${verdictEn}\\.`,
    `日均诉求#件，较.+?（日均#件）(?<way>上升|下降)#%${verdictZh}。`,
  ),
  ...form(
    'volume times',
    `# appeals a day, # (?<way>times as many) as .+? \\(# a day\\)${verdictEn}\\.`,
    `日均诉求#件，(?<way>为).+?（日均#件）的#倍${verdictZh}。`,
  ),
  ...form(
    'volume level',
    `# appeals a day, as many as .+? \\(# a day\\)${verdictEn}\\.`,
    `日均诉求#件，与.+?（日均#件）持平${verdictZh}。`,
  ),
  ...form('volume new', `# appeals a day, none .+?${verdictEn}\\.`, `日均诉求#件，.+?无诉求${verdictZh}。`),
  ...form('mover none', 'None of # \\w+ moved beyond chance\\.', '#[类个].+的变化均属正常波动。'),
  ...form('mover one', '.+: no change beyond chance\\.', '.+诉求：变化属正常波动。'),
  ...form(
    'mover percent',
    '.+? (?<way>rose|fell) #\u00a0% to #(?<rest>, .+)?\\.',
    '.+?诉求(?<way>上升|下降)#%，[达为]#件(?<rest>，.+)?。',
  ),
  ...form(
    'mover times',
    '.+? (?<way>rose) #-fold to #(?<rest>, .+)?\\.',
    '.+?诉求(?<way>增至)#倍，达#件(?<rest>，.+)?。',
  ),
  ...form(
    'mover doubled',
    '.+? (?<way>doubled) to #(?<rest>, .+)?\\.',
    '.+?诉求(?<way>翻番)，达#件(?<rest>，.+)?。',
  ),
  ...form(
    'mover tripled',
    '.+? (?<way>tripled) to #(?<rest>, .+)?\\.',
    '.+?诉求(?<way>增至)三倍，达#件(?<rest>，.+)?。',
  ),
  ...form('mover gone', '.+? (?<way>fell) to none(?<rest>, .+)?\\.', '.+?诉求(?<way>降)为零(?<rest>，.+)?。'),
  ...form('mover new', '.+?: #, none .+?(?<rest>, in .+)?\\.', '.+?诉求#件，.+?无诉求(?<rest>，.+)?。'),
  ...form(
    'outcome changed',
    '.+? (?<way>rose|fell) from # to #\u00a0%(?: on like days)?(?:: # of # .+)?\\.',
    '.+?由#%(?<way>升至|降至)#%(?:：#件中#件.+)?。',
  ),
  ...form('outcome none', '.+: no change beyond chance(?: so far)?\\.', '.+率：(?:目前)?均属正常波动。'),
  ...form('outcome few', '.+: too few to compare\\.', '.+率：样本过少，不作比较。'),
  ...form('backlog', '.+: # of # open orders overdue\\.', '.+?#件未办结工单中#件超期。'),
  ...form('ask late', '# of # open orders overdue\\.', '#件未办结工单中#件超期。'),
  ...form(
    'ask rate',
    'Over # \\w+: .+? #\u00a0%, #\u00a0% expected on the same topics\\.',
    '近#(?:个月|天)：.+率#%，同类事项应为#%。',
  ),
  ...form('ask growth', '.+? rose from # to #\\.', '.+类诉求由#件升至#件。'),
];

const ways: Record<string, -1 | 1> = {
  ...{ more: 1, fewer: -1, 'times as many': 1, rose: 1, fell: -1, doubled: 1, tripled: 1 },
  ...{ 上升: 1, 下降: -1, 为: 1, 增至: 1, 翻番: 1, 降: -1, 升至: 1, 降至: -1 },
};

const marks: Record<string, ChangeMark> = {
  ', within chance': 'chance',
  ', not judged': 'too_few',
  '，属正常波动': 'chance',
  '，暂不判断': 'too_few',
};

/** What a text of a kind of finding says. */
export function claimOf(kind: string, text: string): Claim {
  for (const [name, pattern] of forms.filter(([name]) => name.startsWith(kind))) {
    const match = pattern.exec(text);
    if (!match) continue;
    const { way, mark } = match.groups ?? {};
    const named = new Set(Object.values(match.groups ?? {}));
    const numbers = match.slice(1).filter((part) => part !== undefined && !named.has(part));
    // “9 of 139” stands the other way round in Chinese.
    // The base stands before the change in Chinese, behind it in English.
    const isBaseFirst = /^volume (?:percent|times)$/.test(name) && /（日均/.test(text);
    if (isBaseFirst) numbers.splice(1, 2, ...numbers.slice(1, 3).reverse());
    const isTurned = /件[^，。]*中\d/.test(text) && /outcome changed|backlog|late/.test(name);
    return {
      form: name,
      numbers: isTurned ? [...numbers.slice(0, -2), ...numbers.slice(-2).reverse()] : numbers,
      direction: way ? (ways[way] ?? 0) : 0,
      mark: mark ? (marks[mark] ?? null) : null,
    };
  }
  throw new Error(`no ${kind} has this form: ${text}`);
}

/** Whether a number as it stands is a value, rounded to the decimals it has. */
export function says(text: string | undefined, value: number | null | undefined): boolean {
  if (text === undefined || value === null || value === undefined) return false;
  const decimals = text.split('.')[1]?.length ?? 0;
  return Math.abs(Number(text.replaceAll(',', '')) - value) <= 0.5 * 10 ** -decimals + 1e-9;
}
