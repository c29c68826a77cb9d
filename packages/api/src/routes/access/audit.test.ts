import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import type { Audit, AuditCheck } from '@hotline-atlas/model';
import { storeKinds } from '@hotline-atlas/store/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AccessServer, type Browser, password, serveAccess } from '../../../testing/serve-access.ts';

describe.each(storeKinds)('on %s', (kind) => {
  let server: AccessServer;
  let administrator: Browser;
  beforeAll(async () => {
    server = await serveAccess(
      kind,
      {},
      {
        rows: async ({ label }) => (label === 'records' ? [] : [{ appeals: 3 }]),
        stream: async () => Readable.from(['id\r\n1\r\n'], { objectMode: false }),
      },
    );
    administrator = await server.signedIn('boss', 'administrator');
  }, 60_000);
  afterAll(() => server.close());

  const read = async (query = '') => (await (await administrator.ask(`/api/audit${query}`)).json()) as Audit;
  const check = async () => (await (await administrator.ask('/api/audit/check')).json()) as AuditCheck;
  const database = () => server.store.database;

  test('what people do is told, newest first, page by page, to administrators only', async () => {
    const leader = await server.signedIn('reader', 'leader');
    await leader.ask('/api/sign-in', { json: { name: 'reader', password: 'wrong wrong wrong' } });
    await (await leader.ask('/api/export?format=csv')).text();
    await leader.ask('/api/views', { json: { name: 'Mine', address: '/', audience: 'everyone' } });
    await leader.ask('/api/sign-out', { json: {} });
    expect((await leader.ask('/api/audit')).status).toBe(401);
    const events = (await read('?who=reader')).entries.map(({ event }) => event);
    expect(events).toEqual([
      'sign-out',
      'view-shared',
      'export-ended',
      'export-begun',
      'sign-in',
      'invitation-used',
    ]);
    const [ended] = (await read('?event=export-ended')).entries;
    expect(ended).toMatchObject({ who: 'reader', detail: { outcome: 'complete', bytes: 7 } });
    const [failed] = (await read('?event=sign-in-failed')).entries;
    expect(failed).toMatchObject({ who: null, subject: 'reader', detail: { address: expect.any(String) } });
    const first = await read('?limit=2');
    const second = await read(`?limit=2&before=${first.next}`);
    expect([...first.entries, ...second.entries].map(({ number }) => number)).toEqual(
      [0, 1, 2, 3].map((back) => (first.entries[0]?.number ?? 0) - back),
    );
    expect((await administrator.ask('/api/audit?event=sing-in')).status).toBe(400);
    expect(JSON.stringify((await read('?limit=1000')).entries)).not.toContain(password);
  });

  test('as CSV no cell is computed by a spreadsheet', async () => {
    await server.access.audit.record({ who: 'boss', event: 'account-changed', subject: '=HYPERLINK("x")' });
    const response = await administrator.ask('/api/audit?format=csv&limit=1');
    expect(response.headers.get('content-type')).toContain('text/csv');
    expect(await response.text()).toContain(`"'=HYPERLINK(""x"")"`);
  });

  test('many who write at once make one chain', async () => {
    const before = (await check()).end.number;
    await Promise.all(
      Array.from({ length: 40 }, (_, at) =>
        server.access.audit.record({ who: 'boss', event: 'texts-opened', detail: { at } }),
      ),
    );
    expect(await check()).toMatchObject({ broken: null, end: { number: before + 40 } });
  });

  test('the store refuses to change, remove or empty entries, and to forge a checkpoint’s change', async () => {
    const attempts = [
      sql`UPDATE audit_entry SET who = 'nobody' WHERE number = 2`,
      sql`DELETE FROM audit_entry WHERE number = 2`,
      sql`DELETE FROM audit_entry`,
      sql`TRUNCATE audit_entry`,
      sql`TRUNCATE audit_checkpoint`,
    ];
    for (const attempt of attempts) await expect(attempt.execute(database())).rejects.toThrow('append-only');
    expect((await check()).broken).toBeNull();
  });

  test('what is older than the city keeps goes with a checkpoint, and the rest still verifies', async () => {
    const { end } = await check();
    await setTimeout(2);
    const old = new Date();
    await server.access.audit.record({ who: 'boss', event: 'texts-opened' });
    const removed = await server.access.shortenAudit({ before: old, who: 'console' });
    expect(removed).toBe(end.number);
    expect(await check()).toMatchObject({ broken: null, removed_to: end.number });
    await expect(sql`UPDATE audit_checkpoint SET number = 1`.execute(database())).rejects.toThrow(
      'append-only',
    );
  });

  test('whoever gets around the triggers is found: the first broken entry is named', async () => {
    const { end } = await check();
    for (const _ of [1, 2, 3]) await server.access.audit.record({ who: 'boss', event: 'texts-opened' });
    const tampered = end.number + 2;
    await sql`ALTER TABLE audit_entry DISABLE TRIGGER ALL`.execute(database());
    await sql`UPDATE audit_entry SET who = 'somebody' WHERE number = ${tampered}`.execute(database());
    expect((await check()).broken).toMatchObject({ number: tampered });
    await sql`DELETE FROM audit_entry WHERE number = ${tampered}`.execute(database());
    expect((await check()).broken).toEqual({ number: tampered, reason: `entry ${tampered} is missing` });
    await expect(server.access.shortenAudit({ before: new Date(), who: 'console' })).rejects.toThrow(
      'broken',
    );
    await sql`INSERT INTO audit_checkpoint (number, at, who, hash, signature)
      SELECT number, at, 'forger', hash, hash FROM audit_entry WHERE number = ${tampered + 1}`.execute(
      database(),
    );
    expect((await check()).broken?.reason).toContain('not signed');
  });

  test('what cannot be written down does not happen', async () => {
    const leader = await server.signedIn('unseen', 'leader');
    await sql`ALTER TABLE audit_entry RENAME TO elsewhere`.execute(database());
    const refused = await leader.ask('/api/export?format=csv');
    expect([refused.status, (await refused.text()).includes('id\r\n')]).toEqual([500, false]);
    expect((await leader.ask('/api/query?metrics=appeals')).status).toBe(200);
    await sql`ALTER TABLE elsewhere RENAME TO audit_entry`.execute(database());
    expect((await leader.ask('/api/export?format=csv')).status).toBe(200);
  });
});
