export { differenceInDifferences } from './difference-in-differences.ts';
export { type Gap, type Panel, seriesOfUnit } from './panel.ts';
export { type PlaceboTest, placeboTest } from './placebo-test.ts';
export { simplexWeights } from './simplex-weights.ts';
export { productsBefore, type SyntheticControl, syntheticControl, usualRidge } from './synthetic-control.ts';
export { withoutSeason } from './without-season.ts';
export { earlierWork, type Judged, type Work, type WorkEffect, workEffect } from './work-effect.ts';
