// Draws cities/new-york/boroughs.geojson: New York's boroughs are five counties. The same input gives the
// same file.
import { createRequire } from 'node:module';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { geometryOf, outlineOf } from './outline.ts';
import { writeBoundaries } from './write-boundaries.ts';

// Residents of the census of 1 April 2020.
const boroughs = [
  { county: '36061', code: 'manhattan', en: 'Manhattan', zh: '曼哈顿', residents: 1694251 },
  { county: '36005', code: 'bronx', en: 'The Bronx', zh: '布朗克斯', residents: 1472654 },
  { county: '36047', code: 'brooklyn', en: 'Brooklyn', zh: '布鲁克林', residents: 2736074 },
  { county: '36081', code: 'queens', en: 'Queens', zh: '皇后区', residents: 2405464 },
  { county: '36085', code: 'staten-island', en: 'Staten Island', zh: '史坦顿岛', residents: 495747 },
];

const atlas: Topology<{ counties: GeometryCollection }> = createRequire(import.meta.url)(
  'us-atlas/counties-10m.json',
);
const counties = feature(atlas, atlas.objects.counties).features as Feature<Polygon | MultiPolygon>[];

const features = boroughs.map(({ county, ...properties }): Feature<Polygon | MultiPolygon> => {
  const found = counties.find(({ id }) => id === county);
  if (!found) throw new Error(`us-atlas has no county ${county}`);
  return { type: 'Feature', properties, geometry: geometryOf(outlineOf(found.geometry)) };
});
writeBoundaries(new URL('../../../cities/new-york/boroughs.geojson', import.meta.url), features);
