import { madeUpPaper } from '@hotline-atlas/reports/testing';
import { expect, test } from 'vitest';
import { evaluationSeen } from './redact.ts';

const { evaluation } = madeUpPaper({ units: 2, language: 'en' });
const kept = { frozen: 5, current: 5 };
const since = {
  ...{ data_version: 8, program: { version: '1', build: null }, same: false, orders_changed: 1 },
  units: [
    {
      ...{ unit: 'u0', rank: kept, score: kept, base: { frozen: 5, current: 6 } },
      ...{ indicators: [], orders_changed: 1 },
    },
  ],
};

test('whether a final month is the same is said of what is told, and nothing of the rest', () => {
  const seenBy = (own: string) =>
    evaluationSeen({ ...evaluation, since_final: since }, { details: (unit) => unit === own, all: false });
  expect(seenBy('u0').since_final).toMatchObject({ same: false, orders_changed: 1 });
  expect(seenBy('u1').since_final).toMatchObject({ same: true, units: [], orders_changed: 0 });
});
