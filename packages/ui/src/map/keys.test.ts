import { expect, test } from 'vitest';
import { zoomOf } from './keys.ts';
import { keptWithin } from './view.ts';

const press = (key: string, ctrlKey = false) => zoomOf({ key, ctrlKey, metaKey: false, altKey: false });

test('plus and equals zoom in, minus and underscore out, whatever the keyboard; the browser keeps its own keys', () => {
  expect(['+', '=', 'Add', '-', '_', 'Subtract', 'a', 'ArrowUp'].map((key) => press(key))).toEqual([
    1, 1, 1, -1, -1, -1, 0, 0,
  ]);
  expect([press('+', true), press('-', true)]).toEqual([0, 0]);
});

test('the middle of a map stays inside of the city, at a zoom that shows something', () => {
  const city: [number, number, number, number] = [115, 39, 117, 41];
  expect(keptWithin({ longitude: 116, latitude: 40, zoom: 9 }, city)).toEqual({
    longitude: 116,
    latitude: 40,
    zoom: 9,
  });
  expect(keptWithin({ longitude: 100, latitude: 50, zoom: 30 }, city)).toEqual({
    longitude: 115,
    latitude: 41,
    zoom: 18,
  });
});
