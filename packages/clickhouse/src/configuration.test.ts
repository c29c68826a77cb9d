import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { readConfiguration } from './configuration.ts';

const secret = 's3cretDEADBEEF';

const failure = (environment: Record<string, string>): Error => {
  try {
    readConfiguration(environment, '/');
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was wrong');
};

test.each([
  ['CALLER_KEY', secret, '32 hexadecimal digits'],
  ['CLICKHOUSE_URL', `clickhouse://atlas:${secret}@db:9000`, 'http:// or https://'],
  ['CLICKHOUSE_URL', `atlas:${secret}@db`, 'http:// or https://'],
  ['CLICKHOUSE_URL', `http://atlas:${secret}@db:8123/?password=${secret}`, 'CLICKHOUSE_PASSWORD'],
  ['CLICKHOUSE_URL', `http://atlas:${secret}@db:port`, 'http:// or https://'],
  ['STORE_URL', `mysql://atlas:${secret}@db/atlas`, 'postgres://'],
  ['STORE_URL', `postgres://atlas:${secret}@db`, 'postgres://'],
  ['STORE_URL', `postgres://atlas:${secret}%@db/atlas`, 'postgres://'],
  ['STORE_URL', `postgres://atlas:${secret.slice(0, 11)}@db/atlas`, '12 characters'],
  ['STORE_URL', `atlas:${secret}@db/atlas`, 'postgres://'],
])('a wrong %s is named with what is expected, and never shown', (name, value, expected) => {
  const error = failure({ [name]: value });
  expect(error.message).toContain(name);
  expect(error.message).toContain(expected);
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(secret.slice(0, 11));
});

test('a user and a password inside the address are taken out of it, or refused where they are given twice', () => {
  expect(readConfiguration({ CLICKHOUSE_URL: `http://atlas:p%40${secret}@db:8123` }, '/').server).toEqual({
    url: 'http://db:8123',
    user: 'atlas',
    password: `p@${secret}`,
  });
  const twice = failure({ CLICKHOUSE_URL: `http://atlas:${secret}@db`, CLICKHOUSE_PASSWORD: 'other' });
  expect(twice.message).toMatch(/^CLICKHOUSE_URL .*CLICKHOUSE_PASSWORD/);
  expect(twice.message).not.toContain(secret);
});

test('the store is a database on this machine, or one with a password that is not easily guessed', () => {
  for (const url of [
    'postgres://atlas@localhost/atlas',
    'postgresql://atlas@127.0.0.1:5433/atlas?sslmode=disable',
    `postgres://atlas:${secret}@db.example/atlas`,
  ])
    expect(readConfiguration({ STORE_URL: url }, '/').storeUrl).toBe(url);
  expect(readConfiguration({ STORE_URL: '' }, '/').storeUrl).toBeNull();
});

test('what is no secret is told as it stands', () => {
  expect(failure({ PORT: '80x' }).message).toBe('PORT=80x should be a port number');
  expect(failure({ ALLOWED_HOSTS: 'https://atlas.example' }).message).toMatch(
    /^ALLOWED_HOSTS=https.*10\.0\.0\.5:8080/,
  );
  expect(readConfiguration({ ALLOWED_HOSTS: 'Atlas.example, [::2]:81' }, '/').allowedHosts).toEqual([
    'atlas.example',
    '[::2]:81',
  ]);
});
