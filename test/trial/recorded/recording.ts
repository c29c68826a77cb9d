import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { leftOut } from './left-out.ts';
import type { RecordedAnswer, RecordedRequest } from './request.ts';

/** The first line of a recording. */
export interface Head {
  city: string;
  seed: number;
  questions: number;
  /** Newest appeal and appeals of the history that was asked about. */
  newestAppeal: string | null;
  appeals: number;
  leftOut: readonly string[];
}

/** A line of a recording: a request, the digest of its answer, and the answer itself where it is not long. */
export interface Entry extends RecordedRequest {
  digest: string;
  answer?: RecordedAnswer;
}

const longestKept = 60_000;

/** What a recording keeps of an answer. */
export function entryOf(request: RecordedRequest, answer: RecordedAnswer): Entry {
  const text = JSON.stringify(answer);
  const digest = createHash('sha256').update(text).digest('base64url');
  return { ...request, digest, ...(text.length <= longestKept && { answer }) };
}

/** Writes a recording as packed lines of JSON. */
export function writeRecording(file: string, head: Omit<Head, 'leftOut'>, entries: readonly Entry[]): void {
  const lines = [{ ...head, leftOut }, ...entries].map((line) => JSON.stringify(line));
  writeFileSync(file, gzipSync(lines.join('\n')));
}

/** Reads what {@link writeRecording} wrote. */
export function readRecording(file: string): { head: Head; entries: Entry[] } {
  const [head = '', ...entries] = gunzipSync(readFileSync(file)).toString('utf8').split('\n');
  return { head: JSON.parse(head) as Head, entries: entries.map((line) => JSON.parse(line) as Entry) };
}
