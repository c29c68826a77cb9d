import { publishReference } from '@hotline-atlas/ingest';
import { expect, test } from 'vitest';
import { openRiverton } from '../riverton.ts';

test('a city pack that changes changes the rows of its tables, not how they are made', async () => {
  const { city, database, value, close } = await openRiverton('reference');
  try {
    const [first, ...others] = city.topics;
    if (!first) throw new Error('Riverton has no topics');
    const renamed = { ...first, label: { ...first.label, en: 'Renamed' } };
    const areas = city.areas.map((area) => ({ ...area, schematic: !area.schematic }));
    const definitions = () =>
      value(
        "SELECT groupArray(create_table_query) FROM system.tables WHERE database = currentDatabase() AND name IN ('area', 'topic')",
      );
    const before = await definitions();
    await publishReference(database, { ...city, topics: [renamed, ...others], areas });
    expect(await definitions()).toEqual(before);
    expect(String(before)).toMatch(/ORDER BY \(level, code\)/);
    expect(await value("SELECT count() FROM topic WHERE en = 'Renamed'")).toBe(1);
    expect(
      await value(
        "SELECT count() FROM system.tables WHERE database = currentDatabase() AND name LIKE '%next%'",
      ),
    ).toBe(0);
  } finally {
    await close();
  }
});
