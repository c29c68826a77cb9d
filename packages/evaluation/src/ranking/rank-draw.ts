/** Puts the values of one draw in order; keeps its memory from draw to draw. */
export interface DrawRanker {
  /** Units by their values, the highest first. Shape units; valid until the next call. */
  order: (values: Float64Array) => Int32Array;
}

/** Buckets for each value: few values share one, even where a straggler stretches the scale. */
const bucketsEach = 2;

/**
 * Ranks many draws of equally many values: spread over buckets of equal width, then put in order by
 * insertion, which nearly sorted values take no time for. Some ten times as fast as sorting.
 */
export function drawRanker(units: number): DrawRanker {
  const buckets = bucketsEach * units;
  const begins = new Int32Array(buckets + 1);
  const bucket = new Int32Array(units);
  const order = new Int32Array(units);

  function spread(values: Float64Array): void {
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let unit = 0; unit < units; unit++) {
      const value = values[unit] ?? 0;
      if (value < least) least = value;
      if (value > most) most = value;
    }
    const scale = most > least ? (buckets - 1) / (most - least) : 0;
    begins.fill(0);
    for (let unit = 0; unit < units; unit++) {
      const own = Math.floor((most - (values[unit] ?? 0)) * scale);
      bucket[unit] = own;
      begins[own + 1] = (begins[own + 1] ?? 0) + 1;
    }
    for (let at = 1; at <= buckets; at++) begins[at] = (begins[at] ?? 0) + (begins[at - 1] ?? 0);
    for (let unit = 0; unit < units; unit++) {
      const own = bucket[unit] ?? 0;
      const place = begins[own] ?? 0;
      order[place] = unit;
      begins[own] = place + 1;
    }
  }

  function insert(values: Float64Array): void {
    for (let at = 1; at < units; at++) {
      const unit = order[at] ?? 0;
      const value = values[unit] ?? 0;
      let place = at;
      for (; place > 0 && (values[order[place - 1] ?? 0] ?? 0) < value; place--)
        order[place] = order[place - 1] ?? 0;
      order[place] = unit;
    }
  }

  return {
    order: (values) => {
      spread(values);
      insert(values);
      return order;
    },
  };
}
