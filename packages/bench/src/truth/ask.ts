/** Asks an address of the API for JSON, and how long it took. */
export type Ask = <Answer>(path: string) => Promise<{ answer: Answer; milliseconds: number }>;

/** Asks the API at a URL. @throws Error with what the API says where it does not answer 200 */
export const askAt =
  (url: string): Ask =>
  async <Answer>(path: string) => {
    const began = performance.now();
    const response = await fetch(`${url}${path}`);
    const body = await response.text();
    if (!response.ok) throw new Error(`${path}: ${response.status} ${body}`);
    return { answer: JSON.parse(body) as Answer, milliseconds: Math.round(performance.now() - began) };
  };

/** What one method makes of one outbreak, or of a quiet question. */
export interface Found {
  /** The outbreak's number; null for a quiet question. */
  outbreak: number | null;
  found: boolean;
  /** Days from the first appeal to the first day it was told; null where it was not. */
  delay: number | null;
  /** Findings that no outbreak explains. */
  false: number;
  /** Everything that was told. */
  told: number;
  milliseconds: number[];
}
