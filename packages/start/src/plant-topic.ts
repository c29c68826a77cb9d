import type { City } from '@hotline-atlas/city';
import {
  type Answer,
  type MonthlyTopic,
  type MonthlyTopicCandidates,
  type MonthlyTopicContent,
  shift,
} from '@hotline-atlas/model';
import type { PlantDesk } from './plant-desk.ts';

/** Of so many topics, the largest, the one that grew most is taken. */
const largest = 20;

/** Units that work in the whole city, as their kinds say. */
const citywide: ReadonlySet<string | undefined> = new Set(['municipal_department', 'public_service']);

/** The city-wide units that got orders of a topic, most first. */
async function unitsOf({ ask }: PlantDesk, city: City, topic: string, month: string): Promise<string[]> {
  const kindOf = new Map(city.units.map(({ code, kind }) => [code, kind]));
  const from = `${month}-01`;
  const { rows } = await ask<Answer>(
    `query?metrics=dispatched&by=unit&where=topic2:${topic}&from=${from}&to=${shift(from, 'month', 1)}&order=-dispatched&limit=100`,
  );
  return rows.flatMap(({ unit }) =>
    typeof unit === 'string' && citywide.has(kindOf.get(unit)) ? [unit] : [],
  );
}

/** Of the largest topics the one that grew most, with the units that work on it; null where none has such. */
async function pickTopic(desk: PlantDesk, city: City, month: string) {
  const { topics } = await desk.ask<MonthlyTopicCandidates>(
    `monthly-topics/candidates?month=${month}&level=topic2&order=volume`,
  );
  const growing = topics
    .slice(0, largest)
    .sort((a, b) => (b.growth?.change_share ?? 0) - (a.growth?.change_share ?? 0));
  for (const { topic } of growing) {
    const [lead, ...others] = await unitsOf(desk, city, topic, month);
    if (lead) return { topic, lead, others: others.slice(0, 2) };
  }
  return null;
}

type Picked = NonNullable<Awaited<ReturnType<typeof pickTopic>>>;

/** Tasks of the work that begins on a day, one of them done. */
const tasksFrom = (day: string, { lead, others }: Picked): MonthlyTopicContent['tasks'] => [
  {
    text: 'Made up: list the places with most appeals. 编造：摸排诉求集中的点位。',
    unit: lead,
    due: shift(day, 'day', 14),
    state: 'done',
    done: shift(day, 'day', 12),
  },
  {
    text: 'Made up: visit those who called again. 编造：上门走访有重复诉求的诉求人。',
    unit: others[0] ?? lead,
    due: shift(day, 'day', 45),
    state: 'open',
    done: null,
  },
  {
    text: 'Made up: agree on one time limit. 编造：统一办理时限。',
    unit: null,
    due: shift(day, 'day', 120),
    state: 'open',
    done: null,
  },
];

function contentOf(city: City, picked: Picked, workFrom: string): Omit<MonthlyTopicContent, 'state'> {
  const label = city.topics.find(({ code }) => code === picked.topic)?.label ?? { en: picked.topic };
  return {
    month: shift(workFrom, 'month', -1).slice(0, 7),
    title: { en: `Demonstration: ${label.en}`, zh: `演示：${label.zh ?? label.en}` },
    level: 'topic2',
    topics: [picked.topic],
    area: null,
    lead: picked.lead,
    taking_part: picked.others,
    tasks: tasksFrom(workFrom, picked),
    picked_on: shift(workFrom, 'day', -10),
    work_from: workFrom,
    work_to: null,
    review_on: shift(workFrom, 'day', 150),
  };
}

/**
 * Plants a topic of the month that is worked on since the first day of a month; its candidates are frozen.
 * @returns whether the city has a topic for it
 */
export async function plantTopic(desk: PlantDesk, city: City, workFrom: string): Promise<boolean> {
  const month = shift(workFrom, 'month', -1).slice(0, 7);
  const picked = await pickTopic(desk, city, month);
  if (!picked) return false;
  const content = contentOf(city, picked, workFrom);
  const who = 'evaluator';
  const path = 'monthly-topics';
  let { id, revision } = await desk.ask<MonthlyTopic>(path, { who, body: { ...content, state: 'picked' } });
  for (const state of ['frozen', 'under_way']) {
    const body = { ...content, state, revision };
    ({ id, revision } = await desk.ask<MonthlyTopic>(`${path}/${id}`, { who, method: 'PUT', body }));
  }
  return true;
}
