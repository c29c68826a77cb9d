import type { Position } from 'geojson';

// GCJ-02 is the shifted coordinate system Chinese map makers have to publish in; the formula is public, its
// inverse
// is found by stepping back. Krasovsky 1940: half axis in metres, square of the eccentricity.
const halfAxis = 6378245;
const eccentricitySquared = 0.006693421622965943;

const wave = (value: number, a: number, b: number) =>
  ((20 * Math.sin(value * a * Math.PI) + 40 * Math.sin(value * b * Math.PI)) * 2) / 3;
const ripple = (x: number) => (20 * (Math.sin(6 * x * Math.PI) + Math.sin(2 * x * Math.PI)) * 2) / 3;

function northing(x: number, y: number): number {
  const plain = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
  const long = ((160 * Math.sin((y / 12) * Math.PI) + 320 * Math.sin((y * Math.PI) / 30)) * 2) / 3;
  return plain + ripple(x) + wave(y, 1, 1 / 3) + long;
}

function easting(x: number, y: number): number {
  const plain = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
  const long = ((150 * Math.sin((x / 12) * Math.PI) + 300 * Math.sin((x / 30) * Math.PI)) * 2) / 3;
  return plain + ripple(x) + wave(x, 1, 1 / 3) + long;
}

/** WGS84 longitude and latitude → GCJ-02. */
export function toGcj02([longitude = 0, latitude = 0]: Position): [number, number] {
  const x = longitude - 105;
  const y = latitude - 35;
  const radians = (latitude / 180) * Math.PI;
  const magic = 1 - eccentricitySquared * Math.sin(radians) ** 2;
  const metresNorth = (halfAxis * (1 - eccentricitySquared)) / (magic * Math.sqrt(magic));
  const metresEast = (halfAxis / Math.sqrt(magic)) * Math.cos(radians);
  return [
    longitude + (easting(x, y) * 180) / (metresEast * Math.PI),
    latitude + (northing(x, y) * 180) / (metresNorth * Math.PI),
  ];
}

/** GCJ-02 → WGS84, to well under a metre. */
export function toWgs84([longitude = 0, latitude = 0]: Position): [number, number] {
  let guess: [number, number] = [longitude, latitude];
  for (let step = 0; step < 5; step++) {
    const [x, y] = toGcj02(guess);
    guess = [guess[0] + longitude - x, guess[1] + latitude - y];
  }
  return guess;
}
