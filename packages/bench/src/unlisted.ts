import type { Question } from './questions/question.ts';
import { addressOf } from './questions/question.ts';

/**
 * What makes two questions the same work: grouping, resolution, compared or not, and which dimensions are
 * filtered.
 */
function shapeOf(address: string): string {
  const [route = '', search = ''] = address.split('?');
  const parameters = new URLSearchParams(search);
  const filtered = parameters.getAll('where').map((clause) => clause.split(':')[0]);
  const grain = (by: string | null) => (by ?? '').replace(/\b(day|week|month|quarter|year)\b/, 'time');
  return [
    route,
    grain(parameters.get('by')),
    parameters.get('resolution') ?? '',
    parameters.has('compare') ? 'compared' : '',
    [...new Set(filtered)].sort().join('+'),
    parameters.has('q') ? 'words' : '',
  ].join(' · ');
}

/** The dashboard asked what the bench does not measure: its figures are not those of the screens. */
export class UnlistedQuestions extends Error {
  override readonly name = 'UnlistedQuestions';
  constructor(shapes: readonly string[]) {
    super(
      `The dashboard asks what packages/bench/src/questions does not list. Add it there and measure again:\n  ${shapes.join('\n  ')}`,
    );
  }
}

/** Shapes the dashboard asked that no question of a list has. */
export function unlisted(asked: readonly string[], questions: readonly Question[]): string[] {
  const listed = new Set(questions.map((question) => shapeOf(addressOf(question))));
  return [...new Set(asked.map(shapeOf))].filter((shape) => !listed.has(shape));
}
