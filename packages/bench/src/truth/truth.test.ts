import type { RateGroups } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { type Found, Refused } from './ask.ts';
import { isLasting } from './lasting.ts';
import { measureMethod } from './measure-method.ts';
import { quietDays } from './quiet.ts';
import { recallOfRates, relativeFailures } from './rates-recall.ts';
import { recallOf } from './summary.ts';
import type { Outbreak } from './truth-file.ts';

const pipe: Outbreak = {
  outbreak: 1,
  kind: 'burst_pipe',
  topic: 'water.pipe.burst',
  district: 'north',
  subdistrict: 'north1',
  cells: {},
  first_day: '2024-03-04',
  last_day: '2024-03-05',
  appeals: 20,
  days: [12, 8],
  relative_strength: 3,
};

test('a day on which something was planted is moved on to the next quiet one', () => {
  const span = { from: '2024-03-03', to: '2024-03-06' };
  expect(quietDays(3, span, 'day', [pipe])).toEqual(['2024-03-03']);
  expect(quietDays(1, { from: '2024-03-04', to: '2024-03-20' }, 'week', [pipe])).toEqual(['2024-03-12']);
});

test('more than half as much again, and more than chance, is lasting: by hand', () => {
  // P(N ≥ 3 | 0.5) = 0.0144; P(N ≥ 4 | 0.5) = 0.0018.
  expect([isLasting(3, 0.5), isLasting(4, 0.5), isLasting(14, 10), isLasting(0, 0)]).toEqual([
    false,
    true,
    false,
    false,
  ]);
  // 1,000 expected: a standard deviation is 31.6; a tenth more is 3.2 of them, a twentieth 1.6.
  expect([isLasting(1101, 1000), isLasting(1099, 1000), isLasting(1050, 1000)]).toEqual([true, false, false]);
});

test('the rate of false discoveries is the mean of the shares, the share of all is beside it', () => {
  const found = (told: number, unexplained: number, outbreak: number | null = null): Found => ({
    outbreak,
    about: '',
    found: outbreak !== null,
    delay: outbreak === null ? null : 2,
    asked: [{ told, unexplained, milliseconds: 10 }],
  });
  expect(recallOf([found(4, 1, 1)], [found(0, 0), found(2, 2), found(0, 0)])).toMatchObject({
    recall: 1,
    delay: 2,
    quiet: 3,
    quiet_told: 1,
    questions: 4,
    told: 6,
    unexplained: 3,
    unexplained_share: 0.5,
    false_discovery_rate: 0.313,
  });
});

test('a question that is refused is written down, and the others are asked', async () => {
  const answers = [500, 200];
  const { summary, unanswered } = await measureMethod('daily-alarms', {
    ask: async <Answer>(path: string) => {
      if (answers.shift() === 500) throw new Refused(`${path}: 503 busy`);
      return { answer: { alarms: [] } as Answer, milliseconds: 1 };
    },
    outbreaks: [],
    known: { firstDay: '2019-01-01', regimes: [] },
    span: { from: '2024-01-01', to: '2024-01-03' },
    quiet: 2,
    outOfTime: () => false,
    say: () => undefined,
  });
  expect(summary).toMatchObject({ quiet: 1, quiet_told: 0, refused: 1, not_asked: 0 });
  expect(unanswered).toEqual([
    { about: '2024-01-01', refused: '/api/alarms?as_of=2024-01-01&watch=day&limit=500: 503 busy' },
  ]);
});

test('units told to be lower or higher are held against how often they truly fail, by hand', () => {
  const groups = {
    group: ['weak', 'typical', 'strong', 'few'],
    verdict: ['lower', 'lower', 'higher', 'small'],
    class: ['worse', 'inside', 'inside', 'small'],
    rank_lower: [3, 3, 1, null],
    rank_upper: [3, 3, 2, null],
  } as unknown as RateGroups;
  const handled = (unit: string, topic: string, orders: number) => ({ unit, topic, orders });
  const failures = relativeFailures(
    [
      { code: 'weak', failure: 1.5 },
      { code: 'typical', failure: 1 },
      { code: 'strong', failure: 0.5 },
    ],
    [
      handled('weak', 'a', 100),
      handled('typical', 'a', 200),
      handled('strong', 'a', 100),
      handled('weak', 'b', 100),
    ],
  );
  // On topic a all fail as often as a typical unit, 400 of 400; on b the weak one is alone: 300 against 100 +
  // 150.
  expect([...failures]).toEqual([
    ['weak', 1.2],
    ['typical', 1],
    ['strong', 0.5],
  ]);
  // The typical one was told to be lower, and its true rank is 2; a fifth more is not yet weak.
  expect(recallOfRates(groups, failures)).toEqual({
    judged: 3,
    lower: 2,
    lower_false: 1,
    higher: 1,
    higher_false: 0,
    false_share: 0.333,
    weak: 0,
    weak_found: 0,
    strong: 1,
    strong_found: 1,
    stand_out: 1,
    stand_out_weak: 0,
    rank_coverage: 0.667,
  });
});
