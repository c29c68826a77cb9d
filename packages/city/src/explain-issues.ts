import { suggestion } from '@hotline-atlas/model';
import { z } from 'zod';

/** The parts of a JSON Schema that say which keys there may be. */
const nodeSchema = z.object({
  $ref: z.string().optional(),
  $defs: z.record(z.string(), z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  propertyNames: z.object({ enum: z.array(z.string()).optional() }).optional(),
  additionalProperties: z.unknown().optional(),
  items: z.unknown().optional(),
});
type Node = z.infer<typeof nodeSchema>;

const nodeOf = (schema: unknown): Node => nodeSchema.safeParse(schema).data ?? {};

/** The keys a place in the file may have, as far as the shape lists them. */
function keysAt(shape: z.ZodType, path: readonly PropertyKey[]): string[] {
  const root = nodeOf(z.toJSONSchema(shape, { unrepresentable: 'any', io: 'input' }));
  const resolved = ({ $ref, ...node }: Node): Node =>
    $ref ? nodeOf(root.$defs?.[$ref.split('/').at(-1) ?? '']) : node;
  const place = path.reduce<Node>((node, step) => {
    const child =
      typeof step === 'number' ? node.items : (node.properties?.[String(step)] ?? node.additionalProperties);
    return resolved(nodeOf(child));
  }, resolved(root));
  return place.propertyNames?.enum ?? Object.keys(place.properties ?? {});
}

const nouns: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'fields with values',
  record: 'fields with values',
};

/** What is at a place in the content of a file. */
const valueAt = (content: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    content,
  );

/** A value of another type than the shape has: that it is missing, or what was found and expected. */
function typeProblem(expected: string, value: unknown): string {
  const wanted = `expected ${nouns[expected] ?? expected}`;
  if (value === undefined || value === null) return `is missing, ${wanted}`;
  const found = JSON.stringify(value);
  return `${wanted}, found ${found.length > 60 ? `${found.slice(0, 60)}…` : found}`;
}

function described(shape: z.ZodType, issue: z.core.$ZodIssue, content: unknown): string {
  const place = issue.path.join('.') || 'the file';
  if (issue.code === 'invalid_type')
    return `${place}: ${typeProblem(issue.expected, valueAt(content, issue.path))}`;
  if (issue.code !== 'unrecognized_keys') return `${place}: ${issue.message}`;
  const known = keysAt(shape, issue.path);
  return issue.keys.map((key) => `${place}: there is no “${key}” here, ${suggestion(key, known)}`).join('; ');
}

/** One thing that is wrong with the content of a file: where, and what was expected there. */
export interface ExplainedIssue {
  path: readonly PropertyKey[];
  text: string;
}

/** Everything that is wrong with the content of a file. */
export const explainEach = (shape: z.ZodType, error: z.ZodError, content: unknown): ExplainedIssue[] =>
  error.issues.map((issue) => ({ path: issue.path, text: described(shape, issue, content) }));

/** The same in one line. */
export const explainIssues = (shape: z.ZodType, error: z.ZodError, content: unknown): string =>
  explainEach(shape, error, content)
    .map(({ text }) => text)
    .join('; ');
