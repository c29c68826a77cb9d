import type { PlanArray } from '../plan-table.ts';
import { wheel } from './allocate.ts';
import type { History } from './history.ts';
import { normalDraws } from './normal.ts';
import { recovers, slips } from './story.ts';
import type { Receiving } from './units.ts';

/** In the order of sql/12_columns.sql. */
const urgencies = ['2h', '24h', '7d', '15d'];
const receivings: Receiving[] = ['subdistrict', 'district', 'fixed'];
const usualHours: Record<string, number> = { '2h': 2, '24h': 24, '7d': 168, '15d': 360 };

/**
 * Who gets an order that went to the wrong unit: what belongs to a district goes to it, all others to the
 * next one.
 */
function successors(units: readonly { code: string }[], districts: readonly { code: string }[]): string[] {
  return units.map(({ code }, at) => {
    const district = districts.find((each) => each.code !== code && code.startsWith(each.code));
    return (district ?? units[(at + 1) % units.length])?.code ?? code;
  });
}

/** What topics are mistaken for: their neighbours, or something else altogether. */
function mistaken(topics: readonly { code: string }[]): string[] {
  const far = Math.max(1, Math.floor(topics.length / 3));
  return topics.map(({ code }, at) => topics[(at + (at % 2 === 0 ? 1 : far)) % topics.length]?.code ?? code);
}

/** What sql/5_dispatch.sql and the steps after it need and never changes. */
export function orderArrays({
  city,
  calibration,
  topics,
  units,
  districts,
  receivers,
  story,
}: History): PlanArray[] {
  const hours = city.time_limits.at(-1)?.hours ?? usualHours;
  const exclusions = Object.entries(calibration.assumed.exclusions);
  const reasons = wheel(
    exclusions.map(([, weight]) => weight),
    100,
    0.5,
  );
  return [
    { name: 'topic_codes', column: 'words', values: topics.map(({ code }) => code) },
    {
      name: 'topic_receivings',
      column: 'whole',
      values: receivers.map(({ receiving }) => receivings.indexOf(receiving)),
    },
    { name: 'topic_receivers', column: 'whole', values: receivers.map(({ base }) => base) },
    {
      name: 'topic_urgencies',
      column: 'whole',
      values: topics.map(({ urgency }) => urgencies.indexOf(urgency) + 1),
    },
    { name: 'topic_failures', column: 'real', values: topics.map(({ traits }) => traits.failure) },
    {
      name: 'urgency_hours',
      column: 'whole',
      values: urgencies.map((each) => hours[each] ?? usualHours[each] ?? 168),
    },
    { name: 'unit_codes', column: 'words', values: units.map(({ code }) => code) },
    { name: 'unit_successors', column: 'words', values: successors(units, districts) },
    { name: 'topic_successors', column: 'words', values: mistaken(topics) },
    { name: 'unit_weaknesses', column: 'real', values: units.map(({ weakness }) => weakness) },
    { name: 'unit_failures', column: 'real', values: units.map(({ failure }) => failure) },
    { name: 'unit_slips', column: 'whole', values: units.map((unit) => Number(slips(story, unit))) },
    { name: 'unit_recovers', column: 'whole', values: units.map((unit) => Number(recovers(story, unit))) },
    { name: 'normals', column: 'real', values: normalDraws(1024) },
    { name: 'exclusion_reasons', column: 'words', values: reasons.map((at) => exclusions[at]?.[0] ?? '') },
  ];
}
