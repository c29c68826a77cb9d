/** Coordinates in a plane, in metres; shapes n. */
export interface PlaneCoordinates {
  x: Float64Array;
  y: Float64Array;
}

const metresPerDegree = (Math.PI / 180) * 6_371_008.8;

/**
 * Degrees to metres in a plane about their mean latitude (equirectangular), good to about 0.1 % over a city's
 * 100 km. Not for areas across the antimeridian or at the poles.
 *
 * @param latitudes shape n, degrees
 * @param longitudes shape n, degrees
 */
export function planeCoordinates(latitudes: Float64Array, longitudes: Float64Array): PlaneCoordinates {
  const middle = latitudes.reduce((sum, latitude) => sum + latitude, 0) / (latitudes.length || 1);
  const narrowing = Math.cos((middle * Math.PI) / 180);
  return {
    x: longitudes.map((longitude) => longitude * metresPerDegree * narrowing),
    y: latitudes.map((latitude) => latitude * metresPerDegree),
  };
}
