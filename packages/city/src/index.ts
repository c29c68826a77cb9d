export type { AreaLevel, City, Source, Topic } from './city.ts';
export type { DispatchRule, UnitDefinition } from './city-schema.ts';
export { listCities, readCity, sourceOf } from './read-city.ts';
export { CityPackError } from './read-file.ts';
export {
  type FieldDefinition,
  type FieldName,
  fieldNames,
  type SourceDefinition,
  sourceSchema,
  timeFields,
} from './source-schema.ts';
export { receiverOf } from './units.ts';
