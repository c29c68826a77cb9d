import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fileNameOf, whyNot } from './publish-run.ts';
import { mostWords, remarks } from './remarks.ts';
import { currentPages } from './write-report.ts';

const performance = new URL('../../../../docs/performance/', import.meta.url);

test('a remark has at most 60 words', () => {
  for (const [id, { why, mend = '' }] of Object.entries(remarks))
    expect(`${why} ${mend}`.trim().split(/\s+/).length, id).toBeLessThanOrEqual(mostWords);
});

test('the pages of docs/performance are what their runs say: pnpm bench --report writes them', () => {
  for (const [name, text] of currentPages())
    expect(readFileSync(new URL(name, performance), 'utf8'), name).toBe(text);
});

test('a dirty or unknown commit is not published, nor a run that left questions out', () => {
  const asking = { unlisted: [] as string[] };
  const reasons = [
    { commit: '5dab0c8', asking },
    { commit: '5dab0c8-dirty', asking },
    { commit: '', asking },
    { commit: '5dab0c8', asking: { unlisted: ['query · unit'] } },
  ].map((run) => whyNot(run as Parameters<typeof whyNot>[0]));
  expect(reasons).toEqual([
    null,
    expect.stringContaining('not committed'),
    expect.stringContaining('git did not tell'),
    expect.stringContaining('questions'),
  ]);
});

test('a run is named by date, size and commit', () => {
  expect(fileNameOf({ made: '2026-11-29T22:19:25Z', appeals: 150_000_000, commit: '5dab0c8' })).toBe(
    '2026-11-29-150M-5dab0c8.json',
  );
});
