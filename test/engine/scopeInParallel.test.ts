import { anyone } from '@hotline-atlas/access';
import { everything, type Scope } from '@hotline-atlas/model';
import { scopedTo } from '@hotline-atlas/query/testing';
import { expect, test } from 'vitest';
import { serveRiverton } from '../atlas-server.ts';
import { hammer } from '../scope-hammer.ts';
import { isLetThrough, knownAppeals, openWhole } from '../scoped-riverton.ts';

/** `pnpm trial scopes-in-parallel` takes a minute. */
const seconds = Number(process.env.TRIAL_SECONDS ?? 5);

const scopes: Record<string, Scope> = {
  leader: everything,
  official: scopedTo(['north']),
  // Differs from the one above in nothing but a field.
  hourly: scopedTo(['north'], { time: 'hour' }),
};

test(`people of several scopes ask the same in parallel for ${seconds} seconds, and nothing crosses`, async () => {
  const riverton = await openWhole('scope_in_parallel', 3000);
  const known = await knownAppeals(riverton);
  const server = await serveRiverton(riverton, {
    personOf: (request) => {
      const name = request.get('x-who') ?? '';
      return { ...anyone, name, scope: scopes[name] ?? null };
    },
  });
  const people = Object.entries(scopes).map(([name, { clauses }]) => ({
    name,
    seen: new Set(known.filter((appeal) => isLetThrough(appeal, clauses)).map(({ id }) => id)),
  }));
  const { answers, notModified, busy, wrong } = await hammer(server, people, seconds);
  process.stderr.write(
    `${answers} answers, ${notModified} times “not modified”, ${busy} times busy in ${seconds} seconds\n`,
  );
  await server.close();
  await riverton.close();
  expect(wrong).toEqual([]);
  expect(Math.min(answers / 10, notModified)).toBeGreaterThan(2);
});
