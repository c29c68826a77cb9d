import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serve } from '../../testing/serve.ts';

test('the page answers every address that is no file and no question', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-dashboard-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html>the page');
  writeFileSync(join(folder, 'assets', 'index-1a2b.js'), 'export {};');
  const { ask, close } = await serve({}, { dashboard: folder });
  try {
    for (const path of ['/', '/map?by=district', '/deep/er'])
      expect(await (await ask(path)).text()).toContain('the page');
    const script = await ask('/assets/index-1a2b.js');
    expect([script.status, script.headers.get('cache-control')]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ]);
    for (const path of ['/assets/gone.js', '/assets/..%2f..%2fetc%2fpasswd', '/api/nothing']) {
      const missing = await ask(path);
      expect(missing.status).toBeGreaterThanOrEqual(400);
      expect(missing.headers.get('content-type')).toContain('application/problem+json');
    }
  } finally {
    await close();
    rmSync(folder, { recursive: true });
  }
});

test('while the dashboard is being built, a page that asks again says so', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-dashboard-'));
  const { ask, close } = await serve({}, { dashboard: folder });
  try {
    const early = await ask('/alarms?as_of=2024-01-01');
    expect([early.status, early.headers.get('content-type')]).toEqual([503, 'text/html; charset=utf-8']);
    expect(await early.text()).toContain('http-equiv="refresh"');
    writeFileSync(join(folder, 'index.html'), '<!doctype html>the page');
    const later = await ask('/alarms?as_of=2024-01-01');
    expect([later.status, await later.text()]).toEqual([200, '<!doctype html>the page']);
  } finally {
    await close();
    rmSync(folder, { recursive: true });
  }
});
