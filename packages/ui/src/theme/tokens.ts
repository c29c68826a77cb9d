/** Every colour of the screen. Charts and the map take them from here, style sheets as custom properties. */
export interface Palette {
  canvas: string;
  surface: string;
  sunken: string;
  border: string;
  /** Outlines of controls: at least 3:1 against the surface. */
  outline: string;
  text: string;
  muted: string;
  accent: string;
  accentSoft: string;
  onAccent: string;
  /** The period a figure is compared with. */
  comparator: string;
  /** Values too small a sample to read. */
  faint: string;
  problem: string;
  regime: string;
  holiday: string;
  /** Ground of what has no value to show, which is hatched besides. */
  noData: string;
  /** Areas and hours with nothing to count: outlined, so that they are not taken for the lowest class. */
  zero: string;
  /** Low to high, one hue. */
  sequential: readonly [string, string, string, string, string, string];
  /** Above expectation with 90, 95 and 99 % confidence, and below it. */
  hot: readonly [string, string, string];
  cold: readonly [string, string, string];
  /** At most six, derived from Okabe and Ito's, told apart by colour-blind readers. */
  categories: readonly [string, string, string, string, string, string];
}

export const light: Palette = {
  canvas: '#f4f6f6',
  surface: '#ffffff',
  sunken: '#eaeeee',
  border: '#d6dddd',
  outline: '#7a8787',
  text: '#172021',
  muted: '#505c5c',
  accent: '#0b5c63',
  accentSoft: '#d9e9e9',
  onAccent: '#ffffff',
  comparator: '#8a9595',
  faint: '#8a9595',
  problem: '#9a3412',
  regime: '#efe6d2',
  holiday: '#eaeeee',
  noData: '#e3e7e7',
  zero: '#ffffff',
  sequential: ['#c2dedc', '#9ccac8', '#74afae', '#4a9293', '#23767b', '#0a4d53'],
  hot: ['#f5c795', '#e28d3f', '#a94d07'],
  cold: ['#b3d0e8', '#5c9acb', '#1c5a92'],
  categories: ['#0072b2', '#b85400', '#007a5a', '#9c4f7e', '#8a6d00', '#4a5a6a'],
};

export const dark: Palette = {
  canvas: '#0e1415',
  surface: '#151d1e',
  sunken: '#1f2a2b',
  border: '#2d3a3b',
  outline: '#75878a',
  text: '#e7eded',
  muted: '#a4b2b2',
  accent: '#62c4c5',
  accentSoft: '#173c3f',
  onAccent: '#05292b',
  comparator: '#7d8c8d',
  faint: '#7d8c8d',
  problem: '#f0a07c',
  regime: '#332c1d',
  holiday: '#1f2a2b',
  noData: '#263031',
  zero: '#151d1e',
  sequential: ['#28494b', '#2c5f62', '#34797c', '#4b9a9b', '#75bcbb', '#b0dfdd'],
  hot: ['#664223', '#b8742f', '#f5ad5c'],
  cold: ['#274559', '#3f80ae', '#86c5f2'],
  categories: ['#56b4e9', '#e69f00', '#35b58b', '#d58ab5', '#d9cc4a', '#a9b6c2'],
};

/** The only sizes of type. */
export const typeSizes = { small: 12, body: 14, title: 16, heading: 20, figure: 32 } as const;
export const fontFamily =
  '-apple-system, "Segoe UI", "Noto Sans", Arial, "Liberation Sans", "Noto Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif';
