// Notes which functions a text passes, in a page and in the server alike: `passes` is called at the start of every function.
{
  const deepest = 8;
  const mostValues = 20_000;
  /** How deep in its arguments the text stands, at the least, by function. */
  const passing = { marker: '', depths: new Map() };

  const isPlain = (value) => {
    const prototype = Object.getPrototypeOf(value);
    return prototype === null || Object.getPrototypeOf(prototype) === null || Array.isArray(value);
  };

  const partsOf = (value) => {
    if (typeof value !== 'object' || value === null) return [];
    if (value instanceof Map) return [...value.keys(), ...value.values()];
    if (value instanceof Set) return [...value];
    if (value instanceof URLSearchParams || value instanceof URL) return [String(value)];
    // Elements of React carry what they will be drawn with; whoever draws it is told of it then.
    return isPlain(value) && !('$$typeof' in value) ? [...Object.keys(value), ...Object.values(value)] : [];
  };

  /** Level by level, so that the nearest is found first; 0 is an argument itself. */
  const depthOf = (args) => {
    let level = args;
    let looked = 0;
    for (let depth = 0; depth <= deepest && level.length > 0 && looked < mostValues; depth++) {
      if (level.some((value) => typeof value === 'string' && value.includes(passing.marker))) return depth;
      looked += level.length;
      level = level.flatMap(partsOf);
    }
    return Number.POSITIVE_INFINITY;
  };

  /** A handler of a route is handed the address inside the request; what only stands in between is not counted for that. */
  const addressIn = ([request, , next]) => (next === undefined && request?.originalUrl) || '';

  globalThis.passing = passing;
  globalThis.passes = (id, args) => {
    const known = passing.depths.get(id) ?? Number.POSITIVE_INFINITY;
    if (passing.marker === '' || known === 0) return;
    const depth = Math.min(depthOf(args), depthOf([[addressIn(args)]]));
    if (depth < known) passing.depths.set(id, depth);
  };
}
