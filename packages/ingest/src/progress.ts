import { basename } from 'node:path';
import { SingleBar } from 'cli-progress';
import type { IngestEvents } from './ingest.ts';
import type { InputFile } from './input-file.ts';

const seconds = (total: number): string =>
  total < 90 ? `${Math.ceil(total)} s` : `${Math.round(total / 60)} min`;

/** How far a run has come, over the bytes of all its files. */
function tally(files: readonly InputFile[]) {
  const began = Date.now();
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  let known = 0;
  const seen = new Map<string, { bytes: number; records: number }>();
  return {
    total,
    saw: (file: InputFile, bytes: number, records: number) => seen.set(file.path, { bytes, records }),
    /** A file that takes no time. */
    knew: (file: InputFile) => {
      known += file.bytes;
    },
    state: () => {
      const read = [...seen.values()].reduce((sum, file) => sum + file.bytes, 0);
      const records = [...seen.values()].reduce((sum, file) => sum + file.records, 0);
      const elapsed = Math.max((Date.now() - began) / 1000, 0.001);
      const left = read > 0 ? (elapsed * (total - known - read)) / read : 0;
      return { bytes: known + read, records, perSecond: Math.round(records / elapsed), left };
    },
  };
}

/** Progress on a terminal as a bar, elsewhere as a line every few seconds; both on standard error. */
export function showProgress(files: readonly InputFile[]): { events: IngestEvents; stop(): void } {
  const { total, saw, knew, state } = tally(files);
  const terminal = process.stderr.isTTY;
  const bar = new SingleBar({
    format: 'loading {bar} {percentage} % · {records} rows · {perSecond}/s · {left} left · {file}',
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
  });
  let current = '';
  let shown = Date.now();
  const line = () => {
    const { bytes, records, perSecond, left } = state();
    const share = Math.floor((100 * bytes) / Math.max(total, 1));
    const counted = records > 0 ? `${records} rows, ${perSecond} rows/s, ` : '';
    process.stderr.write(`loading: ${share} %, ${counted}${seconds(left)} left, ${current}\n`);
  };
  const draw = () => {
    const { bytes, records, perSecond, left } = state();
    bar.update(bytes, { records, perSecond, left: seconds(left), file: current });
  };
  const tell = (said: string) => {
    if (terminal) bar.update({ file: said });
    else process.stderr.write(`${said}\n`);
  };
  if (terminal) bar.start(total, 0, { records: 0, perSecond: 0, left: '…', file: '' });
  return {
    events: {
      onWait: (holder) => process.stderr.write(`waiting: ${holder} is loading\n`),
      onPublish: (loads) => terminal || process.stderr.write(`publishing ${loads} loaded files\n`),
      onRewritten: paced((share, left) => tell(`writing corrected months anew: ${share} %, ${left} left`)),
      onSummed: paced((share, left) => tell(`summing up: ${share} %, ${left} left`)),
      onLacking: ({ name }, fields) =>
        process.stderr.write(
          `${name}: no column for ${fields.join(', ')}, which other files have; what is known of its appeals there stays\n`,
        ),
      onEmpty: (file) => process.stderr.write(`${file}: the file has no rows\n`),
      onUnchanged: knew,
      onRead: (file, bytes, records) => {
        current = basename(file.name);
        saw(file, bytes, records);
        if (terminal) return draw();
        if (Date.now() - shown < 2000) return;
        shown = Date.now();
        line();
      },
    },
    stop: () => (terminal ? bar.stop() : undefined),
  };
}

/** Says every few seconds how far work of a known amount has come since nothing was done of it. */
function paced(say: (share: number, left: string) => void): (done: number, of: number) => void {
  let began = 0;
  let shown = 0;
  return (done, of) => {
    const now = Date.now();
    if (began === 0 || done === 0) [began, shown] = [now, now];
    if (done === 0 || now - shown < 2000) return;
    shown = now;
    const left = ((now - began) / 1000) * (of / done - 1);
    say(Math.floor((100 * done) / of), seconds(left));
  };
}

/** Progress of taking a load back, a line every few seconds. */
export const showWithdrawal = (): IngestEvents => {
  const tell = (said: string) => process.stderr.write(`${said}\n`);
  return {
    onWait: (holder) => tell(`waiting: ${holder} is loading`),
    onRewritten: paced((share, left) => tell(`writing its months anew: ${share} %, ${left} left`)),
    onSummed: paced((share, left) => tell(`summing up: ${share} %, ${left} left`)),
  };
};

/** Progress of indexing texts. The figures can be asked for meanwhile. */
export const showIndexing = (): ((appeals: number, of: number) => void) =>
  paced((share, left) =>
    process.stderr.write(`everything counts; indexing texts for search: ${share} %, ${left} left\n`),
  );
