import { writeFileSync } from 'node:fs';
import type { Feature, MultiPolygon, Polygon } from 'geojson';

/** One feature a line, so that a change of one area is one line of a diff. */
export function writeBoundaries(file: URL, features: Feature<Polygon | MultiPolygon>[]): void {
  const lines = features.map((feature) => JSON.stringify(feature));
  writeFileSync(file, `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`);
}
