import type { Scheme } from '@hotline-atlas/model';

/** Whether exclusion for a reason takes an order out of the base by the rules of a scheme. */
export const isExcluded = ({ exclusions }: Pick<Scheme, 'exclusions'>, reason: string): boolean =>
  reason !== '' && (exclusions === 'all' || exclusions.includes(reason));
