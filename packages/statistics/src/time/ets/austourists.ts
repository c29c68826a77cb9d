/**
 * International visitor nights in Australia in millions, quarters of 2005 to 2010, as in the first edition of
 * Hyndman & Athanasopoulos, Forecasting: Principles and Practice. The second edition's `austourists` differs
 * in every value.
 */
export const austourists = Float64Array.of(
  41.727458,
  24.04185,
  32.328103,
  37.328708,
  46.213153,
  29.346326,
  36.48291,
  42.977719,
  48.901525,
  31.180221,
  37.717881,
  40.420211,
  51.206863,
  31.887228,
  40.978263,
  43.772491,
  55.558567,
  33.850915,
  42.076383,
  45.642292,
  59.76678,
  35.191877,
  44.319737,
  47.913736,
);
