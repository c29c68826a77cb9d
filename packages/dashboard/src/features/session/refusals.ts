import { RequestFailed } from '@hotline-atlas/ui/request/request.ts';
import { dictionary, useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { leastLength } from './strength.ts';

/** What the forms of accounts are refused for, by the reason or the problem the server names. */
const refusalWords = dictionary(
  {
    told: {
      'too-short': `The password is too short: at least ${leastLength} characters are needed.`,
      'too-long': 'The password is too long: at most 200 characters are kept.',
      'holds-account-name': 'The password holds the name of the account: leave it out.',
      'easily-guessed': 'This password is among those tried first. Four words you make up are better.',
      'no-district-or-unit': 'Choose at least one district or unit.',
      'districts-and-units': 'Choose districts or units, not both.',
      'name-taken': 'There is an account of this name already.',
      'name-form': 'A name begins with a small letter, and holds small letters, digits, dots and dashes.',
      'name-reserved': 'This name is taken by the system.',
      'project-form': 'A project is called by small letters, digits and hyphens, 40 at most.',
      'last-administrator': 'This is the last administrator. Add another one first.',
      'account-disabled': 'The account is disabled. Enable it first.',
    } as Readonly<Record<string, string>>,
    later: (minutes: number) =>
      `Too many failures. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
  },
  {
    told: {
      'too-short': `密码太短，至少需要${leastLength}个字符。`,
      'too-long': '密码太长，最多200个字符。',
      'holds-account-name': '密码中含有账户名，请去掉。',
      'easily-guessed': '此密码容易被猜中。四个自编的词更好。',
      'no-district-or-unit': '请至少选择一个区或承办单位。',
      'districts-and-units': '区和承办单位只能选其一。',
      'name-taken': '已有同名账户。',
      'name-form': '登录名以小写字母开头，由小写字母、数字、点和连字符组成。',
      'name-reserved': '此名称为系统保留。',
      'project-form': '课题名由小写字母、数字和连字符组成，最多40个字符。',
      'last-administrator': '这是最后一位管理员，请先添加另一位。',
      'account-disabled': '此账户已停用，请先启用。',
    },
    later: (minutes) => `失败次数过多，请在${minutes}分钟后再试。`,
  },
);

/** Says why a form of accounts was refused; null where there are no own words for it. */
export function useRefusal(): (failure: Error) => string | null {
  const words = useWords(refusalWords);
  return (failure) => {
    if (!(failure instanceof RequestFailed)) return null;
    if (failure.status === 429) return words.later(Math.ceil((failure.retryAfter ?? 60) / 60));
    return failure.reason === null ? null : (words.told[failure.reason] ?? null);
  };
}
