import type { Permission } from '@hotline-atlas/model';
import type * as schemas from '@hotline-atlas/model/wire';
import { z } from 'zod';

/** The JSON Schema of a shape. */
export const schemaOf = (schema: z.ZodType, io: 'input' | 'output' = 'output') => {
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
export function parametersOf(schema: z.ZodObject) {
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

/** Points to a shape of the wire. */
export const reference = (name: keyof typeof schemas) => ({ $ref: `#/components/schemas/${name}` });
/** A body of a shape of the wire. */
export const json = (name: keyof typeof schemas) => ({ 'application/json': { schema: reference(name) } });
export const file = { schema: { type: 'string', format: 'binary' } };

export const failure = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: reference('problem') } },
});

/** Failures of what asks the history. */
export const failures = {
  '400': failure('A parameter is wrong; says which, and the nearest that exist'),
  '422': failure('Too heavy; says how to narrow it'),
  '503': failure('Busy, loading or out of reach; ask again after Retry-After seconds'),
};

/**
 * What somebody needs for a route, all of it; nothing: everybody may.
 * - `signed in`: to be known. `session`: to be signed in oneself, not by a token.
 * - `data`: a role that sees appeals. `object or evaluate`: either permission.
 * - A permission of the role.
 */
export type Requirement = 'signed in' | 'session' | 'data' | 'object or evaluate' | Permission;

/** A route's operation: what it is asked, what it answers, and who may. */
interface Operation {
  summary: string;
  'x-permission': readonly Requirement[];
  parameters?: readonly unknown[];
  requestBody?: object;
  responses: Record<string, object>;
}

/** Addresses with their operations by method. */
export type Paths = Record<string, Partial<Record<'get' | 'post' | 'put' | 'patch' | 'delete', Operation>>>;

const refusals = {
  '401': failure('Nobody is signed in'),
  '403': failure('This is not open to whoever asks'),
  '503': failure('The store does not answer; ask again after Retry-After seconds'),
};

/** An operation that asks for something of the history. */
export const question = (
  summary: string,
  parameters: readonly unknown[],
  content: object,
  requirements: readonly Requirement[] = ['data'],
  other: Record<string, object> = failures,
): { get: Operation } => ({
  get: {
    summary,
    'x-permission': requirements,
    parameters,
    responses: { '200': { description: summary, content }, ...refusals, ...other },
  },
});

/** What an operation on what is kept takes and gives. */
interface Exchange {
  parameters?: readonly unknown[];
  /** The shape of the body that is sent. */
  sends?: z.ZodType;
  /** The body that is answered; without it nothing is. */
  gives?: object;
  other?: Record<string, object>;
}

/** An operation on accounts, tokens and kept things. */
export const operation = (
  summary: string,
  requirements: readonly Requirement[],
  { parameters = [], sends, gives, other = {} }: Exchange = {},
): Operation => ({
  summary,
  'x-permission': requirements,
  parameters,
  ...(sends && {
    requestBody: { required: true, content: { 'application/json': { schema: schemaOf(sends, 'input') } } },
  }),
  responses: {
    ...(gives
      ? { '200': { description: summary, content: gives } }
      : { '204': { description: `${summary}: done` } }),
    ...(sends && { '400': failure('The body is wrong; says which field') }),
    ...refusals,
    ...other,
  },
});

/** A part of an address. */
export const inPath = (name: string, description: string) => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string' },
});
