const quoted = /"([^"]*)"|“([^”]*)”|「([^」]*)」|([^\s"“「]+)/g;

/**
 * What a search text looks for: its words, parted by spaces, and its phrases in quotation marks ("…", “…”,
 * 「…」), each once. All of them must occur; upper and lower case are the same. Chinese needs no spaces: a word
 * is found wherever its characters stand in a row.
 */
export function searchWords(text: string): string[] {
  const found = [...text.matchAll(quoted)].map(([, a, b, c, d]) => (a ?? b ?? c ?? d ?? '').trim());
  return [...new Set(found.filter(Boolean))];
}
