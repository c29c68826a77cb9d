import { dictionary } from '@hotline-atlas/ui/words/dictionary.ts';

/** Words of the bars around a page. */
export const appWords = dictionary(
  {
    skip: 'Skip to content',
    navigation: 'Pages',
    language: 'Language',
    theme: { label: 'Theme', auto: 'Auto', light: 'Light', dark: 'Dark' },
    search: { label: 'Search the text of appeals', placeholder: 'Search appeals', go: 'Search' },
    synthetic: 'Synthetic demonstration data',
    noData: {
      title: 'No appeals have been loaded yet',
      advice: 'Load files where the server runs:',
      loading: 'The first appeals are being loaded',
      opens: 'This page opens by itself when they are there.',
    },
    print: { unfiltered: 'whole city, no filters' },
    administration: 'Administration',
    notYours: 'Only administrators manage accounts and read the audit.',
    noAppeals: {
      title: 'No appeals are shown to you',
      why: 'Your role manages accounts, or has no district or unit yet. Figures, maps and appeals are for other roles.',
      administration: 'Go to the administration',
    },
    wall: { enter: 'Show the city on a wall' },
    meanwhile: (time: string) => `No connection to the server. The figures are those of ${time}.`,
    reloaded: 'A newer version is installed: the page was loaded anew.',
  },
  {
    skip: '跳到正文',
    navigation: '页面',
    language: '语言',
    theme: { label: '主题', auto: '自动', light: '浅色', dark: '深色' },
    search: { label: '检索诉求内容', placeholder: '检索诉求', go: '检索' },
    synthetic: '合成演示数据',
    noData: {
      title: '尚未载入诉求',
      advice: '请在服务器上载入文件：',
      loading: '正在首次载入诉求',
      opens: '载入完成后本页自动打开。',
    },
    print: { unfiltered: '全市，未筛选' },
    administration: '系统管理',
    notYours: '账户管理和审计记录仅限管理员。',
    noAppeals: {
      title: '您的账户不显示诉求',
      why: '您的角色负责账户管理，或尚未分配区或承办单位。统计、地图和诉求面向其他角色。',
      administration: '前往系统管理',
    },
    wall: { enter: '大屏显示' },
    meanwhile: (time) => `与服务器的连接已中断，所示为${time}的数据。`,
    reloaded: '系统已更新，本页已重新载入。',
  },
);
