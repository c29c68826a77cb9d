import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const program = fileURLToPath(new URL('../../testing/print-hashes.ts', import.meta.url));

/** The clock of the process, years from now. */
const anotherDay = `data:text/javascript,${encodeURIComponent(
  'const Real = Date; globalThis.Date = class extends Real { constructor(...of) { if (of.length > 0) super(...of); else super(Real.now() + 2e11); } static now() { return Real.now() + 2e11; } };',
)}`;

const hashesIn = async (environment: Record<string, string>, more: readonly string[] = []) => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', ...more, program], {
    cwd: fileURLToPath(new URL('../../../..', import.meta.url)),
    env: { ...process.env, ...environment },
  });
  return stdout.trim().split('\n');
};

test('the same bytes in another process, on another day, in another zone and language of the machine', async () => {
  const [one, other] = await Promise.all([
    hashesIn({ TZ: 'UTC', LANG: 'C', LC_ALL: 'C' }),
    hashesIn({ TZ: 'Pacific/Auckland', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' }, [
      '--import',
      anotherDay,
    ]),
  ]);
  expect(one).toHaveLength(8);
  expect(new Set(one.map((line) => line.split(' ').at(-1))).size).toBe(8);
  expect(other).toEqual(one);
});
