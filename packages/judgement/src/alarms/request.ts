import {
  alarmsParameters,
  type Clause,
  checkParameterNames,
  type DimensionName,
  InvalidQuestion,
  type LocalDate,
  parseComparedSelection,
  parseDate,
  parseName,
  parseText,
  parseWhole,
  type RawParameters,
  type Watch,
  watches,
} from '@hotline-atlas/model';
import { parseShare } from '../answer/parse-share.ts';

/** What `/api/alarms` asks. */
export interface AlarmsQuestion {
  where: Clause[];
  /** The last complete day where it is not said. */
  day: LocalDate | null;
  watch: Watch;
  /** Share of false alarms among the alarms. */
  level: number;
  limit: number;
}

const watched: readonly DimensionName[] = ['district', 'subdistrict', 'topic1', 'topic2', 'topic3'];

/**
 * A question from the parameters of an address.
 * @throws InvalidQuestion naming the parameter, what was sent and the nearest that exists
 */
export function parseAlarms(raw: RawParameters, regimes: readonly string[]): AlarmsQuestion {
  checkParameterNames(raw, Object.keys(alarmsParameters.shape));
  const { where } = parseComparedSelection({ where: raw.where ?? [] }, regimes);
  const other = where.find(({ dimension }) => !watched.includes(dimension));
  if (other)
    throw new InvalidQuestion(
      'where',
      other.dimension,
      `alarms watch ${watched.join(', ')}: choose among those`,
      watched,
    );
  return {
    where,
    day: parseDate('as_of', parseText(raw, 'as_of')) ?? null,
    watch: parseName('watch', parseText(raw, 'watch') ?? 'day', watches),
    level: parseShare(raw, 'level', 0.05, 0.001, 0.2),
    limit: parseWhole('limit', parseText(raw, 'limit'), 500) ?? 50,
  };
}
