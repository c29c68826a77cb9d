/**
 * Why a rank of the month before is another one than was published: other rules (`scheme`), or, by the same
 * rules, data or orders that were corrected since that month was final (`corrected`).
 * @param scheme the rules of this month; `tried_weights` make them others
 */
export const publishedStep = (
  { scheme_before }: { scheme_before: string | null },
  meta: { scheme: { name: string }; tried_weights: object | null },
): 'scheme' | 'corrected' =>
  scheme_before === meta.scheme.name && meta.tried_weights === null ? 'corrected' : 'scheme';
