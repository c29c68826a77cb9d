import { basename } from 'node:path';
import { type Progress, type Step, terminalProgress } from '@hotline-atlas/progress';
import type { IngestEvents } from './ingest.ts';
import type { InputFile } from './read/input-file.ts';

/** How far a run has come, over all its files. */
function tally() {
  const began = Date.now();
  let known = 0;
  const seen = new Map<string, { bytes: number; records: number }>();
  return {
    saw: (file: InputFile, bytes: number, records: number) => seen.set(file.path, { bytes, records }),
    /** A file that takes no time. */
    knew: (file: InputFile) => {
      known += file.bytes;
    },
    state: () => {
      const files = [...seen.values()];
      const records = files.reduce((sum, file) => sum + file.records, 0);
      const elapsed = Math.max((Date.now() - began) / 1000, 0.001);
      return {
        known,
        bytes: known + files.reduce((sum, { bytes }) => sum + bytes, 0),
        records,
        perSecond: Math.round(records / elapsed),
      };
    },
  };
}

/** Shows work of a known amount that begins when nothing of it is done, and may begin again. */
function repeated(progress: Progress, label: string): (done: number, of: number) => void {
  let step: Step | null = null;
  return (done, of) => {
    if (done === 0) step = progress.step(label, of);
    step?.update(done);
  };
}

/** Progress of loading files, on standard error. */
export function showProgress(files: readonly InputFile[]): { events: IngestEvents; stop(): void } {
  const { saw, knew, state } = tally();
  const progress = terminalProgress();
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const loading = progress.step('loading', total);
  return {
    events: {
      onWait: (holder) => progress.say(`waiting: ${holder} is loading`),
      onRewritten: repeated(progress, 'writing corrected months anew'),
      onSummed: repeated(progress, 'summing up'),
      onLacking: ({ name }, fields) =>
        progress.say(
          `${name}: no column for ${fields.join(', ')}, which other files have; what is known of its appeals there stays`,
        ),
      onEmpty: (file) => progress.say(`${file}: the file has no rows`),
      onUnchanged: knew,
      onRead: (file, bytes, records) => {
        saw(file, bytes, records);
        const { known, bytes: read, records: all, perSecond } = state();
        const rows = all > 0 ? `${all} rows, ${perSecond} rows/s, ` : '';
        loading.update(read, { already: known, note: `${rows}${basename(file.name)}` });
      },
    },
    stop: loading.stop,
  };
}

/** Progress of taking a load back. */
export function showWithdrawal(): IngestEvents {
  const progress = terminalProgress();
  return {
    onWait: (holder) => progress.say(`waiting: ${holder} is loading`),
    onRewritten: repeated(progress, 'writing its months anew'),
    onSummed: repeated(progress, 'summing up'),
  };
}

/** Says on standard error what is still being summed up or indexed. */
export const tellState = (words: string): void => terminalProgress().say(words);

/** Progress of indexing texts. The figures can be asked for meanwhile. */
export function showIndexing(): (appeals: number, of: number) => void {
  const progress = terminalProgress();
  let step: Step | null = null;
  return (appeals, of) => {
    step ??= progress.step('everything counts; indexing texts for search', of);
    step.update(appeals);
    if (appeals >= of) step.stop();
  };
}
