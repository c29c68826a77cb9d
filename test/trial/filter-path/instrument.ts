import { childrenOf, isFunction, parseSource, type SyntaxNode } from '../sources/parse-checkout.ts';

/** A function with a name of its own; what is written inline counts as part of the one it stands in. */
export interface NamedFunction {
  /** From the root of the checkout. */
  path: string;
  name: string;
  line: number;
}

/** A text to put in at a place of a source file. */
interface Insertion {
  at: number;
  text: string;
}

const node = (value: unknown): SyntaxNode | null =>
  typeof value === 'object' && value !== null && 'type' in value ? (value as SyntaxNode) : null;

/** The names a parameter binds. */
function boundNames(pattern: SyntaxNode | null): string[] {
  switch (pattern?.type) {
    case 'Identifier':
      return pattern.name === 'this' ? [] : [String(pattern.name)];
    case 'AssignmentPattern':
      return boundNames(node(pattern.left));
    case 'RestElement':
      return boundNames(node(pattern.argument));
    case 'TSParameterProperty':
      return boundNames(node(pattern.parameter));
    case 'Property':
      return boundNames(node(pattern.value));
    case 'ObjectPattern':
    case 'ArrayPattern':
      return childrenOf(pattern)
        .filter(({ type }) => type !== 'TSTypeAnnotation')
        .flatMap(boundNames);
    default:
      return [];
  }
}

const textIn = (value: unknown): string | null => {
  const found = node(value);
  if (found?.type === 'Identifier' || found?.type === 'PrivateIdentifier') return String(found.name);
  return null;
};

/** The name of a function, its own or that of what it is assigned to; null where it is written inline. */
function nameOf(found: SyntaxNode, parent: SyntaxNode): string | null {
  if (found.id) return textIn(found.id);
  if (parent.type === 'VariableDeclarator') return textIn(parent.id);
  if (['Property', 'MethodDefinition', 'PropertyDefinition'].includes(parent.type)) return textIn(parent.key);
  return null;
}

function call(found: SyntaxNode, id: number): string {
  const names = (found.params as SyntaxNode[]).flatMap(boundNames);
  return `globalThis.passes?.(${id}, [${names.join(', ')}])`;
}

/** What to put into a function so that it tells its arguments as it begins. */
function insertionsOf(found: SyntaxNode, id: number): Insertion[] {
  const body = node(found.body);
  if (!body || (found.params as SyntaxNode[]).length === 0) return [];
  if (body.type === 'BlockStatement') return [{ at: body.start + 1, text: `${call(found, id)};` }];
  return [
    { at: body.start, text: `(${call(found, id)}, ` },
    { at: body.end, text: ')' },
  ];
}

/** A text with others put in. */
function insertInto(text: string, insertions: readonly Insertion[]): string {
  const ordered = [...insertions].sort((a, b) => b.at - a.at);
  return ordered.reduce((all, { at, text: put }) => all.slice(0, at) + put + all.slice(at), text);
}

/**
 * A source file whose functions tell their arguments to `passes` with the number of the named function they
 * are or stand in.
 * @param known functions found so far; those of this file are added
 */
export function instrument(path: string, text: string, known: NamedFunction[]): string {
  const insertions: Insertion[] = [];
  const visit = (current: SyntaxNode, parent: SyntaxNode, within: number): void => {
    let id = within;
    if (isFunction(current)) {
      const name = nameOf(current, parent);
      if (name !== null || within < 0) {
        const line = text.slice(0, current.start).split('\n').length;
        id = known.push({ path, name: name ?? '(at the top of the file)', line }) - 1;
      }
      insertions.push(...insertionsOf(current, id));
    }
    for (const child of childrenOf(current)) visit(child, current, id);
  };
  const program = parseSource(path, text);
  visit(program, program, -1);
  return insertInto(text, insertions);
}
