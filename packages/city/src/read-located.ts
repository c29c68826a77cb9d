import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type ExplainedIssue, explainEach } from './explain-issues.ts';
import { CityPackError, textOf } from './read-file.ts';

/** A file in its shape, with the line each of its fields stands in. */
export interface Located<Content> {
  content: Content;
  /** Says of a field of the file what is wrong with it. */
  problem: (issue: ExplainedIssue) => string;
}

/**
 * The content of a YAML file in the shape it must have.
 * @throws CityPackError naming file, line, field and what was expected, one line for each problem
 */
export function readLocated<Shape extends z.ZodType>(file: string, shape: Shape): Located<z.output<Shape>> {
  const lines = new LineCounter();
  const document = parseDocument(textOf(file), { lineCounter: lines });
  const [unreadable] = document.errors;
  if (unreadable) throw new CityPackError(`${file}: not readable as YAML: ${unreadable.message}`);

  /** The line of a field, or of what it would stand in. */
  function lineOf(path: readonly PropertyKey[]): number {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  }
  const problem = ({ path, text }: ExplainedIssue) => `${file}:${lineOf(path)}: ${text}`;

  const content: unknown = document.toJS();
  const result = shape.safeParse(content);
  if (result.success) return { content: result.data, problem };
  const problems = explainEach(shape, result.error, content).map(problem);
  throw new CityPackError(problems.join('\n'), { cause: result.error });
}
