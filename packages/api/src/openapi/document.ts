import * as schemas from '@hotline-atlas/model/wire';
import type { z } from 'zod';
import { accessPaths } from './access-paths.ts';
import { erasurePaths } from './erasure-paths.ts';
import { evaluationPaths } from './evaluation-paths.ts';
import { historyPaths } from './history-paths.ts';
import { keptPaths } from './kept-paths.ts';
import { monthlyTopicPaths } from './monthly-topic-paths.ts';
import { type Paths, schemaOf } from './operation.ts';

/** Every address with its operations. */
export const openapiPaths = () =>
  ({
    ...historyPaths(),
    ...keptPaths(),
    ...accessPaths(),
    ...erasurePaths(),
    ...evaluationPaths(),
    ...monthlyTopicPaths(),
  }) satisfies Paths;

/** The description of the API, derived from the schemas its parameters and answers have. */
export const openapiDocument = (title: string) => ({
  openapi: '3.1.0',
  info: {
    title,
    version: '1',
    description:
      'Times are local to the city; ranges are half-open. Only names of the vocabulary are understood.',
  },
  paths: openapiPaths(),
  components: {
    schemas: Object.fromEntries(
      Object.entries(schemas).map(([name, schema]) => [name, schemaOf(schema as z.ZodType)]),
    ),
  },
});
