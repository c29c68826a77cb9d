import { dimensionOf, type Method, type MethodPart } from '@hotline-atlas/model';
import type { GrowthQuestion } from './request.ts';

/** What a matrix of growth rests on. */
interface GrowthBasis {
  /** Earlier periods. */
  periods: number;
  /** Whether they are as many calendar months; else as many days, on the same weekdays. */
  months: boolean;
  seasonYears: number[];
  fewest: number;
}

const reads = (...references: string[]): string => references.join('; ');

const usual = ({ periods, months }: GrowthBasis): MethodPart => ({
  name: 'own_earlier_periods',
  title: { en: 'Own earlier periods', zh: '自身此前各期' },
  parameters: {
    periods,
    as_long: months ? 'as many calendar months, per day' : 'as many days, from the same weekday on',
    left_out: 'regimes and periods with days without data',
  },
  reference: 'the mean of the earlier periods, by their days and season',
});

const season = ({ seasonYears }: GrowthBasis): MethodPart => ({
  name: 'season_of_earlier_years',
  title: { en: 'The season of each column', zh: '各列的季节因素' },
  parameters: { years: seasonYears.join(', '), borrows: '30 appeals × its dispersion, of the whole' },
  reference: 'the same periods of earlier years, together',
});

const test = (): MethodPart => ({
  name: 'negative_hypergeometric',
  title: { en: 'A count, given its sum with the earlier ones', zh: '给定与此前各期合计的计数检验' },
  parameters: { p: 'mid-p, two-sided', normal_above: 10_000 },
  reference: reads(
    'Przyborowski & Wilenski (1940), Biometrika 31, 313-323',
    'Johnson, Kemp & Kotz (2005), Univariate Discrete Distributions, 6.2.2',
    'Lancaster (1961), J. Am. Stat. Assoc. 56, 223-234',
  ),
});

const dispersion = (): MethodPart => ({
  name: 'dispersion_of_earlier_periods',
  title: { en: 'Usual ups and downs', zh: '平时的起伏' },
  parameters: {
    own: 'the earlier periods of the cell',
    borrows: 'of all cells of its column, as eight more periods',
    at_least: 'what the cells of its column have in common',
  },
  reference: reads(
    'Mosimann (1962), Biometrika 49, 65-82',
    'Breslow (1984), Applied Statistics 33, 38-44',
    'Satterthwaite (1946), Biometrics Bulletin 2, 110-114',
  ),
});

const discovery = ({ level }: GrowthQuestion): MethodPart => ({
  name: 'benjamini_hochberg',
  title: { en: 'False-discovery control', zh: '错误发现率控制' },
  parameters: { family: 'all cells that are tested, shown or not; totals by themselves', level },
  reference: 'Benjamini & Hochberg (1995), J. R. Stat. Soc. B 57, 289-300',
});

/** How growth was judged. */
export const growthMethod = (
  question: GrowthQuestion,
  basis: GrowthBasis,
  sample: Record<string, number>,
): Method => {
  const [rows, columns] = [dimensionOf(question.rows).label, dimensionOf(question.columns).label];
  return {
    title: { en: 'Growth against own usual level', zh: '与自身往常水平相比的增长' },
    summary: {
      en: `Appeals by ${rows.en.toLowerCase()} and ${columns.en.toLowerCase()}, each cell against what it had itself in the ${basis.periods} periods before, with the season of earlier years where they are known. A cell is beyond chance where neither chance nor its usual ups and downs explain the difference, with at most one of twenty such findings wrong.`,
      zh: `按${rows.zh}与${columns.zh}列出诉求量，每格与自身此前${basis.periods}期相比，已知往年时计入季节因素。若随机波动与平时的起伏都难以解释，则为“明显异常”，全部结论中错误的比例控制在二十分之一以内。`,
    },
    parts: [
      usual(basis),
      ...(basis.seasonYears.length > 0 ? [season(basis)] : []),
      test(),
      dispersion(),
      discovery(question),
    ],
    sample,
    corrections: [
      {
        en: 'Benjamini-Hochberg over all cells that are tested, also those not shown. Totals of rows and of columns are controlled by themselves; the whole has a test of its own.',
        zh: '对全部受检格（含未列出的）做Benjamini-Hochberg校正；行合计、列合计各自校正，总体单独检验。',
      },
    ],
    caveats: [
      {
        en: `Cells of fewer than ${basis.fewest} in all periods together are not tested, nor are rests and what is not located.`,
        zh: `各期合计不足${basis.fewest}件的格不检验，其余项与未定位的也不检验。`,
      },
      ...(basis.seasonYears.length > 0
        ? []
        : [
            {
              en: 'No earlier year is known for these periods: what the season brings counts as growth.',
              zh: '这些时期没有往年数据：季节性的上升会被视为增长。',
            },
          ]),
      {
        en: 'A level that has been rising for months is told as growth until the earlier periods have followed it.',
        zh: '持续数月的上升在此前各期跟上之前都会被判为增长。',
      },
    ],
  };
};
