import { createHash } from 'node:crypto';
import type { AreaLevel, City } from '@hotline-atlas/city';
import { checkParameterNames, InvalidQuestion, parseName, parseText } from '@hotline-atlas/model';
import type { RequestHandler } from 'express';
import type { Context } from '../context/context.ts';
import { parametersOf } from '../context/request.ts';

const levels = ['district', 'subdistrict'] as const satisfies readonly AreaLevel['level'][];
type Level = (typeof levels)[number];

/** The boundaries of a level as GeoJSON; an empty collection where the city pack has none. */
function collection(city: City, level: Level): string {
  const area = city.areas.find((each) => each.level === level);
  return JSON.stringify({
    type: 'FeatureCollection',
    level,
    label: area?.label ?? null,
    schematic: area?.schematic ?? false,
    attribution: area?.attribution ?? null,
    features: (area?.features.features ?? []).map(({ properties, geometry }) => ({
      type: 'Feature',
      id: properties.code,
      properties: { ...properties, schematic: area?.schematic ?? false },
      geometry,
    })),
  });
}

/** `GET /api/areas?level=district`: the boundaries, made once. */
export function answerAreas({ city }: Context): RequestHandler {
  const made = new Map(
    levels.map((level) => {
      const body = collection(city, level);
      return [
        level,
        { body, tag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"` },
      ];
    }),
  );
  return (request, response) => {
    const raw = parametersOf(request);
    checkParameterNames(raw, ['level']);
    const level = parseName('level', parseText(raw, 'level') ?? 'district', levels);
    const found = made.get(level);
    if (!found) throw new InvalidQuestion('level', level, `send one of ${levels.join(', ')}`);
    response.set({ ETag: found.tag, 'Cache-Control': 'private, max-age=300' });
    if (request.get('If-None-Match')?.includes(found.tag)) response.status(304).end();
    else response.type('application/geo+json').send(found.body);
  };
}
