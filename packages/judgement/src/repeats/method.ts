import { fewestRepeats, type Method } from '@hotline-atlas/model';

/** How repetitions were found and ordered. */
export const repeatsMethod = (sample: Record<string, number>): Method => ({
  title: { en: 'Again and again', zh: '重复诉求' },
  summary: {
    en: `The same matter, by the second level of topics, from the same caller (${fewestRepeats.caller} appeals and more) or at the same place (${fewestRepeats.place} and more). First comes what lies farthest beyond the usual: beyond the first appeal of a caller, beyond what the place had in the year before.`,
    zh: `同一二级分类的事项，由同一诉求人（${fewestRepeats.caller}件及以上）或在同一点位（${fewestRepeats.place}件及以上）反复提出。排序依据超出往常的程度：诉求人按首件之外的件数，点位按超出上一年同样长短时段平均水平的件数。`,
  },
  parts: [
    {
      name: 'same_place',
      title: { en: 'The same place', zh: '同一点位' },
      parameters: { by: 'address within its district, else H3 cell of resolution 10' },
      reference: 'addresses in small letters without spaces around; only where they may be seen',
    },
    {
      name: 'excess',
      title: { en: 'Order', zh: '排序' },
      parameters: {
        excess: 'appeals − max(1, usual)',
        usual: 'appeals of the year before × days of the period ÷ days with data',
        order: 'excess ÷ √max(1, usual)',
      },
      reference: 'the residual of a Poisson count; an order, not a test',
    },
  ],
  sample,
  corrections: [],
  caveats: [
    {
      en: 'It is an order and not a test: with many places, some stand high by chance.',
      zh: '这是排序而非检验：点位众多时，个别排名靠前可能出于随机波动。',
    },
    {
      en: 'Appeals whose topic, caller or place is not known take no part.',
      zh: '分类、诉求人或点位未知的诉求不参与。',
    },
  ],
});
