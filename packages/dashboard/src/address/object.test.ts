import { describe, expect, it } from 'vitest';
import { placeOfValue, turnedTo } from './object.ts';
import { decode, encode } from './state.ts';

describe('the page of an object', () => {
  it('is named by its dimension', () => {
    expect(placeOfValue('subdistrict', '110106001')).toEqual({ page: 'area', object: '110106001' });
    expect(placeOfValue('topic3', 'utilities.heating')).toEqual({
      page: 'topic',
      object: 'utilities.heating',
    });
    expect(placeOfValue('unit', '')).toBeNull();
    expect(placeOfValue('channel', 'phone')).toBeNull();
  });

  it('keeps the month that is shown on the page of the city', () => {
    const here = decode('/city?pace=month&on=2024-10-01&period=2024-10-01..2024-11-01');
    const to = turnedTo(here, { page: 'area', object: '110106' });
    expect([to.area.on, to.area.pace, turnedTo(here, { page: 'unit', object: 'a' }).area.on]).toEqual([
      ...['2024-10-01', 'month', ''],
    ]);
  });

  it('keeps looks and period, and leaves filters, searches and open sheets behind', () => {
    const here = decode(
      '/orders?period=all&compare=none&where=kind:complaint&lang=zh&theme=dark&q=noise&appeal=7',
    );
    expect(encode(turnedTo(here, { page: 'unit', object: 'a/b' }))).toBe(
      '/unit/a%2Fb?period=all&compare=none&lang=zh&theme=dark',
    );
  });

  it('takes the state of orders along to orders alone', () => {
    const { where, ...here } = decode('/orders?where=due_state:overdue&where=topic1:housing');
    const at = (page: 'appeals' | 'units') =>
      encode(turnedTo({ ...here, where }, { page, object: '' }, where));
    expect(at('appeals')).toBe('/orders?where=due_state:overdue&where=topic1:housing');
    expect(at('units')).toBe('/units?where=topic1:housing');
  });
});
