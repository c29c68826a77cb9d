import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, readConfiguration } from '@hotline-atlas/clickhouse';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    dataDir: string;
  }
}

/**
 * One real engine for all test files: it lives as long as this lease, in a folder that is removed afterwards.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hotline-atlas-test-'));
  const connection = await connect(readConfiguration({ DATA_DIR: dataDir }, '/'));
  project.provide('dataDir', dataDir);
  return async () => {
    await connection.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
