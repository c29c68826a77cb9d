import { expect, test } from 'vitest';
import { bind, join, name, sql } from './sql.ts';

test('values stand in the parameters, never in the text', () => {
  const hostile = "'; DROP TABLE appeal --";
  const { text, parameters } = sql`district = ${bind('where_0', 'String', hostile)}`;
  expect(text).toBe('district = {where_0:String}');
  expect(parameters).toEqual({ where_0: hostile });
});

test('names are only ever names', () => {
  for (const wrong of ['a b', 'a;b', "a'", 'A', '', '1a', 'a.b', '__proto__'])
    expect(() => name(wrong)).toThrow();
});

test('pieces keep their parameters, and two values never share a placeholder', () => {
  const one = sql`a = ${bind('x', 'UInt8', 1)}`;
  expect(join([one, one], ' AND ')).toEqual({
    text: 'a = {x:UInt8} AND a = {x:UInt8}',
    parameters: { x: 1 },
  });
  expect(() => join([one, sql`b = ${bind('x', 'UInt8', 2)}`], ' AND ')).toThrow('placeholder x');
});
