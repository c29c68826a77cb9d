import { distance } from 'fastest-levenshtein';

/**
 * The names most like what was sent, nearest first; none that would need more than half its letters changed.
 */
export function nearest(sent: string, names: readonly string[], most = 3): string[] {
  return names
    .map((name) => ({ name, edits: distance(sent.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, edits }) => edits <= Math.max(name.length, sent.length) / 2 || name.includes(sent))
    .sort((a, b) => a.edits - b.edits)
    .slice(0, most)
    .map(({ name }) => name);
}

/** “did you mean …?”, or the list of what exists when nothing is near. */
export function suggestion(sent: string, names: readonly string[]): string {
  const near = nearest(sent, names);
  return near.length > 0 ? `did you mean ${near.join(' or ')}?` : `there are: ${names.join(', ')}`;
}
