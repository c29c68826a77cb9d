import { expect, test } from 'vitest';
import { decode } from '../../address/state.ts';
import { differs, keptAddress, openedAddress } from './viewAddress.ts';

const screen = decode('/map?where=district:north&lang=zh&theme=dark&wall=1&view=v1&appeal=A1&cursor=abc');

test('a view keeps what is shown, not how its reader likes to read', () => {
  expect(keptAddress(screen)).toBe('/map?where=district:north');
});

test('a view opens in the language of who opens it', () => {
  const reader = decode('?lang=en&page=trend&where=topic1:housing');
  expect(openedAddress({ id: 'v2', address: keptAddress(screen) }, reader)).toBe(
    '/map?where=district:north&lang=en&view=v2',
  );
});

test('a view differs from the screen once something is chosen', () => {
  const view = { address: keptAddress(screen) };
  expect(differs(view, screen)).toBe(false);
  expect(differs(view, decode('?page=map'))).toBe(true);
});
