import { expect, test } from 'vitest';
import { tallyDates } from './decide-dates.ts';

const decision = (forms: string[], values: string[]) => {
  const tally = tallyDates(forms);
  for (const value of values) tally.add(value);
  return tally.decision();
};
const us = 'M/d/yyyy';
const european = 'd/M/yyyy';
const days = (count: number) => Array.from({ length: count }, (_, index) => `${1 + (index % 12)}/5/2018`);

test('the one form that reads the whole column is taken', () => {
  expect(decision([us, european], [...days(30), '25/5/2018'])).toEqual({ kind: 'decided', form: european });
  expect(decision(['iso', us], days(3))).toEqual({ kind: 'decided', form: us });
});

test('a column of which nothing is known is of the first form', () => {
  expect(decision(['iso', us], [])).toEqual({ kind: 'decided', form: 'iso' });
});

test('two forms that read every value alike are one', () => {
  expect(decision([us, european], ['5/5/2018', '6/6/2018'])).toEqual({ kind: 'decided', form: us });
  expect(decision([us, 'M/d/yyyy'], days(30))).toEqual({ kind: 'decided', form: us });
});

test('two forms that read the whole column differently are told with an example, also beside a word', () => {
  const told = {
    kind: 'ambiguous',
    example: '1/5/2018',
    readings: [
      { form: us, time: '2018-01-05 00:00:00' },
      { form: european, time: '2018-05-01 00:00:00' },
    ],
  };
  expect(decision([us, european], days(30))).toEqual(told);
  expect(decision([us, european], [...days(30), 'pending'])).toEqual(told);
});

test('where each form has days of its own, what both read is neither', () => {
  const told = (european: number, american: number) => [
    ...days(60),
    ...Array.from({ length: european }, () => '25/5/2018'),
    ...Array.from({ length: american }, () => '5/26/2018'),
  ];
  expect(decision([us, european], told(18, 22))).toEqual({
    kind: 'mixed',
    parts: [
      { form: us, values: 82, example: '5/26/2018' },
      { form: european, values: 78, example: '25/5/2018' },
    ],
  });
  expect(decision([us, european], told(1, 400))).toMatchObject({ kind: 'mixed' });
  expect(decision([us, european], ['25/5/2018', ...told(0, 3).slice(60)])).toEqual({
    kind: 'decided',
    form: us,
  });
});

test('few values of another form are mistakes; many are told', () => {
  const iso = Array.from({ length: 97 }, () => '2018-05-05');
  expect(decision(['iso', us], [...iso, ...days(3), 'soon'])).toEqual({ kind: 'decided', form: 'iso' });
  expect(decision(['iso', us], [...iso, ...days(97)])).toMatchObject({
    kind: 'mixed',
    parts: [
      { form: 'iso', values: 97 },
      { form: us, values: 97, example: '1/5/2018' },
    ],
  });
});

test('values that no form reads are told when there are enough of them', () => {
  expect(decision(['iso'], days(19))).toEqual({ kind: 'decided', form: 'iso' });
  expect(decision(['iso'], days(20))).toEqual({ kind: 'unread', values: 20, example: '1/5/2018' });
});
