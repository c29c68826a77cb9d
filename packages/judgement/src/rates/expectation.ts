/** What was counted of a group on a topic; the topic is '' where topics do not matter. */
export interface Counted {
  group: string;
  topic: string;
  numerator: number;
  denominator: number;
}

/** A group with what is expected of it. */
export interface CountedGroup {
  group: string;
  numerator: number;
  denominator: number;
  /** Share it would have if it did as all do on each of its topics (indirect standardisation). */
  expected: number;
  /** Share of `expected` that rests on its own appeals. */
  ownPart: number;
}

interface Sum {
  numerator: number;
  denominator: number;
}

function sumsBy(counts: readonly Counted[], key: 'group' | 'topic'): Map<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const { [key]: name, numerator, denominator } of counts) {
    const sum = sums.get(name) ?? { numerator: 0, denominator: 0 };
    sum.numerator += numerator;
    sum.denominator += denominator;
    sums.set(name, sum);
  }
  return sums;
}

/** Successes expected of each group, and how many of its appeals are weighed with themselves. */
function expectedBy(counts: readonly Counted[]): Map<string, { successes: number; own: number }> {
  const topics = sumsBy(counts, 'topic');
  const expected = new Map<string, { successes: number; own: number }>();
  for (const { group, topic, denominator } of counts) {
    const all = topics.get(topic);
    if (!all || denominator === 0) continue;
    const sum = expected.get(group) ?? { successes: 0, own: 0 };
    sum.successes += (denominator * all.numerator) / all.denominator;
    sum.own += denominator ** 2 / all.denominator;
    expected.set(group, sum);
  }
  return expected;
}

/** Groups in the order of their names. With one topic for everything the expectation is the rate of all. */
export function groupsOf(counts: readonly Counted[]): CountedGroup[] {
  const expected = expectedBy(counts);
  return [...sumsBy(counts, 'group')]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([group, { numerator, denominator }]) => {
      const own = expected.get(group);
      const share = (part = 0) => (denominator > 0 ? part / denominator : 0);
      return { group, numerator, denominator, expected: share(own?.successes), ownPart: share(own?.own) };
    });
}
