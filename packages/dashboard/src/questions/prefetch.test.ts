import { expect, test } from 'vitest';
import { decode } from '../address/state.ts';
import { differInChoices } from './prefetch.ts';

const at = (address: string) => decode(`/overview${address}`);

test('another district differs in the choice alone; another metric or period asks something else', () => {
  const here = at('?where=district:north');
  expect(differInChoices(here, at('?where=district:south'))).toBe(true);
  expect(differInChoices(here, at(''))).toBe(true);
  expect(differInChoices(here, at('?where=district:north&metric=resolution_rate'))).toBe(false);
  expect(differInChoices(here, at('?where=district:north&period=all'))).toBe(false);
});
