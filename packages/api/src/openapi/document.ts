import {
  alarmsParameters,
  appealsParameters,
  changeParameters,
  clustersParameters,
  exportParameters,
  hotspotsParameters,
  queryParameters,
  ratesParameters,
  ripenessParameters,
  trendParameters,
} from '@hotline-atlas/model';
import * as schemas from '@hotline-atlas/model/wire';
import { fileFormats } from '@hotline-atlas/query';
import { z } from 'zod';

const schemaOf = (schema: z.ZodType, io: 'input' | 'output' = 'output') => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    target: 'draft-2020-12',
    unrepresentable: 'any',
  });
  return rest;
};

interface ParameterSchema {
  description?: string;
  example?: unknown;
}

/** The parameters of an address, from the schema that describes them. */
function parametersOf(schema: z.ZodObject) {
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, ParameterSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, example, ...rest }]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    ...(description && { description }),
    ...(example !== undefined && { example }),
    schema: rest,
  }));
}

const reference = (name: keyof typeof schemas) => ({ $ref: `#/components/schemas/${name}` });
const json = (name: keyof typeof schemas) => ({ 'application/json': { schema: reference(name) } });
const file = { schema: { type: 'string', format: 'binary' } };

const failure = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: reference('problem') } },
});

const failures = {
  '400': failure('A parameter is wrong; says which, and the nearest that exist'),
  '422': failure('Too heavy; says how to narrow it'),
  '503': failure('Busy, loading or out of reach; ask again after Retry-After seconds'),
};

const get = (summary: string, parameters: unknown[], content: object, other: object = failures) => ({
  get: { summary, parameters, responses: { '200': { description: summary, content }, ...other } },
});

const level = {
  name: 'level',
  in: 'query',
  required: false,
  schema: { type: 'string', enum: ['district', 'subdistrict'], default: 'district' },
};

const paths = () => ({
  '/api/health': get('Whether questions can be answered, and as of when', [], json('health'), {
    '503': { description: 'Loading, or out of reach', content: json('health') },
  }),
  '/api/meta': get('The vocabulary: what can be asked, and how everything is called', [], json('vocabulary')),
  '/api/query': get('The one question everything uses', parametersOf(queryParameters), {
    ...json('answer'),
    'application/vnd.apache.arrow.stream': file,
  }),
  '/api/answers': get(
    'Up to 32 questions at once; those about the same appeals are read together',
    [
      {
        name: 'question',
        in: 'query',
        required: true,
        description: 'The parameters of /api/query, as they stand in its address; once for every question',
        example: ['metrics=appeals&by=district', 'metrics=resolution_rate&by=month'],
        schema: { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: 32 },
      },
    ],
    { 'application/x-ndjson': { schema: reference('line') } },
  ),
  '/api/areas': get('Boundaries as GeoJSON', [level], {
    'application/geo+json': { schema: reference('areas') },
  }),
  '/api/appeals': get('Records, newest first', parametersOf(appealsParameters), json('page')),
  '/api/hotspots': get('Hot and cold spots, and how they emerge', parametersOf(hotspotsParameters), {
    ...json('hotspots'),
    'text/csv': file,
  }),
  '/api/change': get(
    'Which groups truly changed between two periods, and what each contributes',
    parametersOf(changeParameters),
    { ...json('change'), 'text/csv': file },
  ),
  '/api/clusters': get('Where and when appeals cluster', parametersOf(clustersParameters), json('clusters')),
  '/api/rates': get('Rates of units, areas or topics, and which differ', parametersOf(ratesParameters), {
    ...json('rates'),
    'text/csv': file,
  }),
  '/api/ripeness': get(
    'How final the rates of recent periods are, and where they will probably end',
    parametersOf(ripenessParameters),
    json('ripenessAnswer'),
  ),
  '/api/trend': get('A series, its parts and its forecast', parametersOf(trendParameters), json('trend')),
  '/api/alarms': get(
    'What is unusual on a day, most important first',
    parametersOf(alarmsParameters),
    json('alarms'),
  ),
  '/api/export/about': get(
    'What a file of records is, as CSV on the Web describes it: parquet and xlsx hold it inside',
    parametersOf(exportParameters),
    { 'application/csvm+json': file },
  ),
  '/api/export': get(
    'Records as a file',
    parametersOf(exportParameters),
    Object.fromEntries(Object.values(fileFormats).map(({ type }) => [type.split(';')[0], file])),
  ),
});

/** The description of the API, derived from the schemas its parameters and answers have. */
export const openapiDocument = (title: string) => ({
  openapi: '3.1.0',
  info: {
    title,
    version: '1',
    description:
      'Times are local to the city; ranges are half-open. Only names of the vocabulary are understood.',
  },
  paths: paths(),
  components: {
    schemas: Object.fromEntries(
      Object.entries(schemas).map(([name, schema]) => [name, schemaOf(schema as z.ZodType)]),
    ),
  },
});
