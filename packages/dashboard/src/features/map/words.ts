import { dictionary } from '@hotline-atlas/ui/words/dictionary.ts';

/** Words of the map. */
export const mapWords = dictionary(
  {
    title: 'Map',
    usual: 'Appeals against own usual level',
    usualIs: (years: readonly string[], without: readonly string[]) =>
      `usual: ${years.length > 1 ? `mean of the same days of ${years.join(' and ')}` : `the same days of ${years[0]}`}${without.length > 0 ? `, without ${without.join(', ')}` : ''}`,
    noResidents: 'residents not known',
    usualAbove: (name: string, size: string, more: number) =>
      `${name} is ${size} above its usual level${more > 0 ? `, ${more} more are above theirs` : ''}`,
    usualBelow: (name: string, size: string) => `${name} is ${size} below its usual level`,
    usualNone: 'None clearly above or below its usual level',
    usualUnknown: 'No earlier year to tell what is usual',
    usually: (level: string) => `usually ${level}`,
    shape: 'Drawn as',
    shapes: { areas: 'Areas', cells: 'Hexagons', hotspots: 'Hot spots' },
    points: (shown: string) => `${shown} appeals drawn as points`,
    pointsLimited: (shown: string) => `Only the newest ${shown} appeals are drawn as points`,
    closer: 'Zoom in further to see single appeals.',
    noPoints: (resolution: number) =>
      `Places of single appeals are not open to you: hexagons of size ${resolution} are the finest.`,
    crumbs: 'Where',
    list: (level: string) => `List: ${level}`,
    resolution: (resolution: number) => `H3 resolution ${resolution}`,
    loading: 'Loading the map',
    none: 'This city has no areas; appeals are shown in hexagons.',
  },
  {
    title: '地图',
    usual: '诉求量较本地常年',
    usualIs: (years, without) =>
      `常年：${years.join('、')}同日${years.length > 1 ? '平均' : ''}${without.length > 0 ? `，不含${without.join('、')}` : ''}`,
    noResidents: '常住人口未知',
    usualAbove: (name, size, more) => `${name}高于常年${size}${more > 0 ? `，另有${more}处高于常年` : ''}`,
    usualBelow: (name, size) => `${name}低于常年${size}`,
    usualNone: '各地均未明显偏离常年',
    usualUnknown: '没有往年数据，无法判断常年水平',
    usually: (level) => `常年${level}件`,
    shape: '绘制方式',
    shapes: { areas: '辖区', cells: '六边形', hotspots: '热点' },
    points: (shown) => `以点显示${shown}件诉求`,
    pointsLimited: (shown) => `仅以点显示最新的${shown}件诉求`,
    closer: '继续放大可查看单件诉求。',
    noPoints: (resolution) => `您的账户不能查看单件诉求的位置，最细为${resolution}级六边形。`,
    crumbs: '位置',
    list: (level) => `${level}列表`,
    resolution: (resolution) => `H3 ${resolution}级`,
    loading: '正在载入地图',
    none: '本市没有辖区边界，诉求以六边形显示。',
  },
);
