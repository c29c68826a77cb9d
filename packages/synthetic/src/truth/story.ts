import type { Database } from '@hotline-atlas/clickhouse';
import type { History } from '../plan/history.ts';
import { type OutbreakTruth, outbreakTruths } from './outbreaks.ts';

/** Calls of one person about one matter. */
interface MatterTruth {
  /** Number in outbreak-appeals.csv. */
  outbreak: number;
  topic: string;
  subdistrict: string;
  calls: number;
  days: string[];
}

/** What a story planted at the end of a history, besides the outbreak that stands among the others. */
export interface StoryTruth {
  last_day: string;
  /** Number of the story's outbreak, null where the history is too small for it. */
  outbreak: number | null;
  slip: History['calibration']['story']['slip'];
  improvement: History['calibration']['story']['improvement'];
  orders: History['calibration']['story']['orders'];
  /** What comes to the slipping unit besides what always does. */
  demand: OutbreakTruth[];
  growth: OutbreakTruth[];
  places: OutbreakTruth[];
  matters: MatterTruth[];
}

function matterTruths({ outbreaks, topics, areas }: History): MatterTruth[] {
  return outbreaks.flatMap(({ role, topic, area, appeals, days }, at): MatterTruth[] => {
    if (role !== 'matter') return [];
    return [
      {
        outbreak: at + 1,
        topic: topics[topic - 1]?.code ?? '',
        subdistrict: areas[area - 1]?.code ?? '',
        calls: appeals,
        days: days.map(({ date }) => date),
      },
    ];
  });
}

/** What a story planted; null for a history without one. */
export async function storyTruth(database: Database, history: History): Promise<StoryTruth | null> {
  const { story, outbreaks } = history;
  if (!story) return null;
  const { slip, improvement, orders } = story.calibration;
  const at = outbreaks.findIndex(({ role }) => role === 'outbreak');
  return {
    last_day: story.lastDay,
    outbreak: at < 0 ? null : at + 1,
    slip,
    improvement,
    orders,
    demand: await outbreakTruths(database, history, ['demand']),
    growth: await outbreakTruths(database, history, ['growth']),
    places: await outbreakTruths(database, history, ['place']),
    matters: matterTruths(history),
  };
}
