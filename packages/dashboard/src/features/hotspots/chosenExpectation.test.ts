import { expect, test } from 'vitest';
import { defaultState } from '../../address/state.ts';
import type { Screen } from '../../screen/screen.ts';
import type { HotspotState } from './address.ts';
import { chosenExpectation } from './useHotspots.ts';

const asked = (hotspots: Partial<HotspotState>, topic?: string) =>
  chosenExpectation({
    state: {
      ...defaultState,
      where: topic ? [{ dimension: 'topic1', exclude: false, values: [topic] }] : [],
      hotspots: { ...defaultState.hotspots, ...hotspots },
    },
    meta: { withResidents: ['district'] } as unknown as Screen['meta'],
  });

test('without a topic, places are compared with their own usual share, not with one another', () => {
  expect(asked({ level: 'cell' })).toBe('usual');
  expect(asked({ level: 'subdistrict' })).toBe('usual');
});

test('the API chooses where residents or a topic tell what to expect, and the reader before all', () => {
  expect(asked({ level: 'district' })).toBeNull();
  expect(asked({ level: 'cell' }, 'housing')).toBeNull();
  expect(asked({ level: 'cell', against: 'even' })).toBe('even');
});
