import { expect, test } from 'vitest';
import { parseQuery } from './parse-query.ts';
import { encodeQuery } from './query.ts';

const parse = (address: string) => {
  const sent = new URLSearchParams(address);
  return parseQuery(Object.fromEntries([...new Set(sent.keys())].map((name) => [name, sent.getAll(name)])), [
    'flood',
  ]);
};

test.each([
  ['channel:PHONE', '“PHONE” is no channel; did you mean phone?', ['phone']],
  ['urgency:7', '“7” is no urgency; did you mean 7d', ['7d']],
  ['status:closed,finished', '“finished” is no status; there are: received', []],
  ['hour_of_day:99', '“99” is no hour_of_day', []],
  ['cell:foo', '“foo” is no cell', []],
])('closed lists are checked, and the nearest is named: %s', (where, advice, near) => {
  const refused = () => parse(`metrics=appeals&where=${where}`);
  expect(refused).toThrow(advice);
  expect(refused).toThrow(
    expect.objectContaining({ parameter: 'where', nearest: expect.arrayContaining(near) }),
  );
});

test('the unknown of a closed list, and anything of an open one, can be asked for', () => {
  expect(parse('metrics=appeals&where=channel:,phone&where=topic1:PHONE').where).toMatchObject([
    { values: ['', 'phone'] },
    { values: ['PHONE'] },
  ]);
});

test('no words are no search', () => {
  for (const q of ['', ' ', '"', '""', '“”']) expect(parse(`metrics=appeals&q=${q}`).q).toBeUndefined();
  expect(parse('metrics=appeals&q=供暖').q).toBe('供暖');
});

test('a question is written as it is read; rows can be ordered by what is compared', () => {
  const address =
    'metrics=appeals,resolution_rate&by=month,district&where=topic1:\\!a\\,,b&from=2024-01-01&to=2024-03-01&without_regimes=flood&q=a&compare=2022-01-01..2022-03-01&order=-appeals_change_share,appeals_before_paired,resolution_rate_change&limit=5';
  expect(parse(encodeQuery(parse(address)).toString())).toEqual(parse(address));
  expect(parse(address).where).toEqual([{ dimension: 'topic1', exclude: false, values: ['!a,', 'b'] }]);
  expect(() => parse('metrics=resolution_rate&compare=year&order=resolution_rate_change_share')).toThrow(
    'order',
  );
  expect(() => parse('metrics=appeals&order=appeals_change')).toThrow('order');
});
