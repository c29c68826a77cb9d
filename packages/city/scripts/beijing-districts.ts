/**
 * The sixteen districts: code, names, residents of the census of 1 November 2020, and the centre (WGS84) its
 * cells are dense around.
 */
export interface District {
  code: string;
  zh: string;
  en: string;
  residents: number;
  centre: [longitude: number, latitude: number];
}

const tiananmen: [number, number] = [116.391, 39.906];

export const districts: District[] = [
  { code: '110101', zh: '东城区', en: 'Dongcheng', residents: 708829, centre: tiananmen },
  { code: '110102', zh: '西城区', en: 'Xicheng', residents: 1106214, centre: tiananmen },
  { code: '110105', zh: '朝阳区', en: 'Chaoyang', residents: 3452460, centre: [116.45, 39.92] },
  { code: '110106', zh: '丰台区', en: 'Fengtai', residents: 2019764, centre: [116.38, 39.86] },
  { code: '110107', zh: '石景山区', en: 'Shijingshan', residents: 567851, centre: [116.22, 39.906] },
  { code: '110108', zh: '海淀区', en: 'Haidian', residents: 3133469, centre: [116.31, 39.94] },
  { code: '110109', zh: '门头沟区', en: 'Mentougou', residents: 392606, centre: [116.1, 39.94] },
  { code: '110111', zh: '房山区', en: 'Fangshan', residents: 1312778, centre: [116.14, 39.735] },
  { code: '110112', zh: '通州区', en: 'Tongzhou', residents: 1840295, centre: [116.66, 39.905] },
  { code: '110113', zh: '顺义区', en: 'Shunyi', residents: 1324044, centre: [116.65, 40.13] },
  { code: '110114', zh: '昌平区', en: 'Changping', residents: 2269487, centre: [116.33, 40.08] },
  { code: '110115', zh: '大兴区', en: 'Daxing', residents: 1993591, centre: [116.35, 39.74] },
  { code: '110116', zh: '怀柔区', en: 'Huairou', residents: 441040, centre: [116.63, 40.32] },
  { code: '110117', zh: '平谷区', en: 'Pinggu', residents: 457313, centre: [117.12, 40.14] },
  { code: '110118', zh: '密云区', en: 'Miyun', residents: 527683, centre: [116.84, 40.376] },
  { code: '110119', zh: '延庆区', en: 'Yanqing', residents: 345671, centre: [115.975, 40.457] },
];

/** What the outlines of before 2010 (and before the counties became districts) are part of today. */
export const formerNames: Record<string, string> = {
  崇文区: '东城区',
  宣武区: '西城区',
  密云县: '密云区',
  延庆县: '延庆区',
};

/** The unit that holds the part of a district lying apart from the rest. */
export const exclaves: Record<string, string> = { '110105': '首都机场街道' };
