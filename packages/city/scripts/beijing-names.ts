import { pinyin } from 'pinyin-pro';

const kinds: [ending: string, english: string][] = [
  ['街道', 'Subdistrict'],
  ['地区', 'Area'],
  ['满族乡', 'Manchu Township'],
  ['回族乡', 'Hui Township'],
  ['镇', 'Town'],
  ['乡', 'Township'],
];

/** Names whose reading, or whose English form, does not follow from the dictionary. */
const irregular: Record<string, string> = {
  大栅栏街道: 'Dashilan Subdistrict',
  大城子镇: 'Dachengzi Town',
  马家堡街道: 'Majiapu Subdistrict',
  十里堡镇: 'Shilipu Town',
  刘斌堡乡: 'Liubinbu Township',
  首都机场街道: 'Capital Airport Subdistrict',
  北京经济技术开发区: 'Beijing Economic-Technological Development Area (E-Town)',
  中关村国家自主创新示范区大兴生物医药产业基地: 'Daxing Bio-Medicine Industry Base',
  大兴经济开发区: 'Daxing Economic Development Area',
  大兴国际机场: 'Daxing International Airport',
  北京雁栖经济开发区: 'Yanqi Economic Development Area',
  中关村科技园区密云园: 'Zhongguancun Science Park Miyun',
};

function spelled(name: string): string {
  const syllables = pinyin(name, { toneType: 'none', type: 'array' });
  const word = syllables.map((syllable, index) =>
    index > 0 && /^[aoe]/.test(syllable) ? `'${syllable}` : syllable,
  );
  const joined = word.join('');
  return joined.charAt(0).toUpperCase() + joined.slice(1);
}

/** `东华门街道` → `Donghuamen Subdistrict`. */
export function englishName(name: string): string {
  const known = irregular[name];
  if (known) return known;
  const kind = kinds.find(([ending]) => name.endsWith(ending));
  return kind ? `${spelled(name.slice(0, -kind[0].length))} ${kind[1]}` : spelled(name);
}
