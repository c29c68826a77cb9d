import type { failuresEn } from './failures-en.ts';

/** Words of what fails, in Chinese. */
export const failuresZh: typeof failuresEn = {
  unreachable: '无法连接服务器。',
  busy: '服务器繁忙。',
  foreign: '收到的是登录页面或代理页面，而非服务器的回应。请刷新本页重新登录。',
  failed: (status) => `服务器未能作答${status}。`,
  refused: (reason) => `服务器未接受此查询：${reason}`,
  kept: '所示仍为此前的数据。',
  again: (seconds) => `${seconds}秒后自动重试`,
  now: '立即重试',
  meanwhile: (time) => `与服务器的连接已中断，所示为${time}的数据。`,
  reloaded: '系统已更新，本页已重新载入。',
  part: '页面的一部分未能载入，可能是系统刚刚更新。服务器恢复响应后，本页会自动重新载入。',
  reload: '重新载入本页',
};
