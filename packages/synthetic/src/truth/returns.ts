import type { History } from '../plan/history.ts';

/**
 * How often orders truly come back before the unit that handles them has them: `share` × the factor of that
 * unit × the factor of the topic, at most 0.9. Of those, `again` came back a second time, and as many of
 * these a third.
 */
export interface ReturnTruth {
  share: number;
  again: number;
  units: Record<string, number>;
  topics: Record<string, number>;
  /**
   * Hours from dispatch on until a unit signs for half of its orders; one that closes sooner is signed then.
   */
  signing_hours: Record<string, number>;
}

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;

/** The truth of returns and signing; undefined for a history without them. */
export function returnTruth({ returns, units, topics, calibration }: History): ReturnTruth | undefined {
  if (!returns) return undefined;
  const { share, again, signing } = calibration.returns;
  return {
    ...{ share, again },
    units: Object.fromEntries(units.map(({ code }, at) => [code, rounded(returns.units[at] ?? 1)])),
    topics: Object.fromEntries(topics.map(({ code }, at) => [code, rounded(returns.topics[at] ?? 1)])),
    signing_hours: Object.fromEntries(
      units.map(({ code, weakness }) => [
        code,
        rounded(signing.hours * Math.exp(signing.of_weakness * weakness)),
      ]),
    ),
  };
}
