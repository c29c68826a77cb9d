export type { AreaLevel, City, Source, Topic } from './city.ts';
export type { DispatchRule, UnitDefinition } from './city-schema.ts';
export { type DateForm, dateForm, dateFormProblem, excelExpression, isoExpression } from './date-form.ts';
export { type DateLetter, dateLetters } from './date-letters.ts';
export { listCities, readCity, sourceOf } from './read-city.ts';
export { CityPackError } from './read-file.ts';
export { type FieldDefinition, type SourceDefinition, sourceSchema, withDates } from './source-schema.ts';
export { receiverOf } from './units.ts';
export { usualUnknownWords } from './unknown-words.ts';
