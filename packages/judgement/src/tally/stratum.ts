import type { DimensionName } from '@hotline-atlas/model';
import { join, type Sql, shown, sql } from '@hotline-atlas/query';

/** Parts of a stratum's name. */
const separator = sql`'\u001f'`;

/** The name of a stratum, where its dimensions are read under the alias `counts`. */
export const stratumOf = (mix: readonly DimensionName[]): Sql =>
  mix.length > 0 ? sql`arrayStringConcat([${join(mix.map(shown), ', ')}], ${separator})` : sql`''`;
