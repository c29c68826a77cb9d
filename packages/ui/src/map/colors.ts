/** A `#rrggbb` colour as deck.gl takes it. */
export const rgba = (hex: string, opacity = 1): [number, number, number, number] => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
  Math.round(opacity * 255),
];
