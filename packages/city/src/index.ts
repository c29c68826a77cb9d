export type { AreaLevel, City, Source, Topic } from './city.ts';

export { dateForm, excelExpression } from './date-form.ts';

export { listCities, readCity, sourceOf } from './read-city.ts';
export { membersOf } from './read-evaluation.ts';
export { CityPackError } from './read-file.ts';
export { readRoles, standardRoles } from './read-roles.ts';
export { type KeptFrom, keptFrom } from './retention.ts';
export { type FieldDefinition, sourceSchema, withDates } from './source-schema.ts';
