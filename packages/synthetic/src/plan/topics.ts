import type { City, Topic } from '@hotline-atlas/city';
import type { Calibration, TopicCalibration, Traits } from '../calibration.ts';

/** A topic of the deepest level with all that is needed to make appeals about it. */
export interface PlannedTopic {
  code: string;
  /** Codes of the topic and those above it, deepest first. */
  line: string[];
  label: string;
  traits: Traits;
  epidemic: boolean;
  /** Share of the appeals of 2020; within epidemic control, share of that. */
  share: number;
  /** Code of a unit, or `subdistrict` or `district`. */
  receiver: string;
  urgency: string;
}

const ancestors = (code: string): string[] => {
  const parts = code.split('.');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('.'));
};

function firstOf<Value>(line: readonly string[], of: (code: string) => Value | undefined): Value | undefined {
  for (const code of line) {
    const value = of(code);
    if (value !== undefined) return value;
  }
  return undefined;
}

function traitsOf(line: readonly string[], { topics: { topics, defaults } }: Calibration): Traits {
  const inherited = [...line].reverse().map((code) => topics[code] ?? {});
  const { published, share, weight, epidemic, ...traits } = Object.assign({}, defaults, ...inherited);
  return traits;
}

/**
 * Shares of the first-level topics in 2020: the published ones as they are, the others divide what is left.
 */
function firstLevelShares(city: City, { published, topics }: Calibration): Map<string, number> {
  const firsts = city.topics.filter((topic) => topic.level === 1).map((topic) => topic.code);
  const entry = (code: string): TopicCalibration => topics.topics[code] ?? {};
  const fixed = (code: string) => published.topics_2020[entry(code).published ?? ''];
  const loose = (code: string) => entry(code).share ?? 1;
  const sumOf = (codes: string[], of: (code: string) => number) =>
    codes.reduce((all, code) => all + of(code), 0);
  const left = 100 - sumOf(firsts, (code) => fixed(code) ?? 0);
  const weights = sumOf(
    firsts.filter((code) => fixed(code) === undefined),
    loose,
  );
  return new Map(firsts.map((code) => [code, (fixed(code) ?? (left * loose(code)) / weights) / 100]));
}

/** Part of its parent's appeals that each topic of the deeper levels has. */
function partOfParent(topic: Topic, siblings: readonly Topic[], { topics }: Calibration): number {
  const weightOf = ({ code }: Topic) => topics.topics[code]?.weight ?? 1;
  const all = siblings.reduce((sum, sibling) => sum + weightOf(sibling), 0);
  return weightOf(topic) / all;
}

function siblingsByParent(topics: readonly Topic[]): Map<string, Topic[]> {
  const groups = new Map<string, Topic[]>();
  for (const topic of topics) groups.set(topic.parent, [...(groups.get(topic.parent) ?? []), topic]);
  return groups;
}

/** All topics without a deeper one below them, with the share each has. */
export function plannedTopics(city: City, calibration: Calibration): PlannedTopic[] {
  const firsts = firstLevelShares(city, calibration);
  const children = siblingsByParent(city.topics);
  const byCode = new Map(city.topics.map((topic) => [topic.code, topic]));
  const epidemicFirsts = new Set(
    [...firsts.keys()].filter((code) => calibration.topics.topics[code]?.epidemic),
  );
  const shareOf = (topic: Topic): number => {
    const parent = byCode.get(topic.parent);
    if (!parent) return epidemicFirsts.has(topic.code) ? 1 : (firsts.get(topic.code) ?? 0);
    return shareOf(parent) * partOfParent(topic, children.get(topic.parent) ?? [topic], calibration);
  };
  return city.topics
    .filter((topic) => !children.has(topic.code))
    .map((topic) => {
      const line = ancestors(topic.code);
      const rule = firstOf(line, (code) => city.dispatch.find((each) => each.topic === code));
      return {
        code: topic.code,
        line,
        label: topic.label.zh ?? topic.label.en,
        traits: traitsOf(line, calibration),
        epidemic: line.some((code) => epidemicFirsts.has(code)),
        share: shareOf(topic),
        receiver: rule?.to ?? 'subdistrict',
        urgency: rule?.urgency ?? '7d',
      };
    });
}
