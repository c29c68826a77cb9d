import { draw, pick } from './draw.ts';

/** Names of one place in an area. All made up: no such estate or road is meant. */
export interface PlaceName {
  road: string;
  estate: string;
  /** What stands behind a house number. */
  house: string;
}

const first = [...'安康泰和福瑞祥嘉景翠芳华林溪云枫桂兰荷柏松枣杏梨棠榆槐柳'];
const second = [...'宁平顺达丰盛庆祥和坡河桥泉山湖塘井台岭沟湾屏'];
const estates = ['里', '园', '家园', '苑', '花园', '小区', '嘉园', '佳苑', '雅居', '新村'];
const roads = ['路', '街', '东路', '西路', '南街', '北街', '中路', '大街'];
const villages = ['庄村', '家营村', '各庄村', '家坟村', '家峪村', '家窑村'];
const surnames = [...'王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗郑梁'];

/**
 * Names of a place.
 * @param rural whether the area is a town or township, which has villages
 * @param old whether the district is dense and old, with lanes
 */
export function placeNameOf(
  area: string,
  spot: number,
  { rural, old }: { rural: boolean; old: boolean },
): PlaceName {
  const word = (role: string) => pick(first, area, spot, role, 1) + pick(second, area, spot, role, 2);
  const lane = old && draw(area, spot, 'lane') < 0.45;
  const road = lane ? `${word('road')}胡同` : word('road') + pick(roads, area, spot, 'road');
  if (rural && draw(area, spot, 'village') < 0.55) {
    const village = pick(surnames, area, spot) + pick(villages, area, spot);
    return { road: `${village}村口`, estate: village, house: '号院' };
  }
  return {
    road,
    estate: lane ? road : word('estate') + pick(estates, area, spot, 'estate'),
    house: lane ? '号院' : '号楼',
  };
}
