import { z } from 'zod';
import { changeMarks } from '../judgement/change-marks.ts';
import { growthDimensions } from '../judgement/growth.ts';
import { covered } from './answer.ts';
import { classWords, judged, judgementMeta } from './judgement.ts';
import { count, numbers, period, unknown, unknowns } from './parts.ts';

const mark = z.enum(changeMarks);

const figures = {
  now: numbers.meta({ description: 'appeals of the days that are judged' }),
  usual: unknowns.meta({ description: 'appeals that the own history lets expect; null without history' }),
  lower: unknowns.meta({ description: 'between lower and upper lie 95 % of such counts; null for rests' }),
  upper: unknowns,
  p: unknowns.meta({ description: 'two-sided; null where nothing was tested' }),
  q: unknowns.meta({ description: 'after control of false discoveries' }),
  mark: z.array(mark.nullable()).meta({ description: 'null for rests' }),
  is_new: z.array(z.boolean()).meta({
    description: 'beyond chance, and at most one appeal in all earlier periods together',
  }),
};

const values = z.array(z.string().nullable()).meta({
  description: 'values of the dimension, as in /api/query; the last is null: the rest, unknown ones included',
});

/** Totals of the columns, the rest last. */
const growthColumns = z.object({ value: values, ...figures });

/** Totals of the rows, the rest last. */
const growthRows = z.object({
  value: values,
  ...figures,
  paired_now: unknowns.meta({
    description: 'appeals of the days that have a counterpart in the period before',
  }),
  paired_before: unknowns.meta({ description: 'appeals of these counterparts' }),
  change: unknowns.meta({ description: 'paired_now − paired_before' }),
  change_share: unknowns.meta({ description: 'change ÷ paired_before; null where that is 0' }),
});
export type GrowthRows = z.infer<typeof growthRows>;

/** Row by row: index = row · columns + column, rests included. */
const growthCells = z.object(figures);

/** A cell beyond chance, wherever it is. */
const growthFinding = z.object({
  row: z.string(),
  column: z.string(),
  now: z.number(),
  usual: z.number(),
  p: z.number(),
  q: z.number(),
  is_new: z.boolean(),
  shown: z.boolean().meta({ description: 'whether its row and its column are among those shown' }),
});

/** What is not shown of a dimension. */
const growthRest = z.object({
  values: count.meta({ description: 'known values that are not shown' }),
  unknown: z.number().meta({ description: 'appeals whose value is not known, such as those not located' }),
});

const growthMeta = judgementMeta.extend({
  rows: z.enum(growthDimensions),
  columns: z.enum(growthDimensions),
  covered,
  compared_period: period.nullable().meta({ description: 'the period before, of change' }),
  usual: z.object({
    periods: z.array(period).meta({ description: 'earlier periods, the newest first' }),
    season_years: z.array(z.number().int()).meta({ description: 'earlier years the season is known from' }),
  }),
  level: z.number().meta({ description: 'rate of false discoveries that is kept' }),
  fewest: count.meta({ description: 'fewer, of now and all earlier periods together, are not tested' }),
  tested: count.meta({ description: 'cells that were tested, shown or not' }),
  found: count.meta({ description: 'of them beyond chance' }),
  rest: z.object({ rows: growthRest, columns: growthRest }),
});

/** `GET /api/growth`: a matrix of appeals against their own usual level. */
export const growth = z.object({
  meta: growthMeta,
  /** Null where there are no appeals at all. */
  whole: z
    .object({
      now: z.number(),
      usual: unknown,
      lower: unknown,
      upper: unknown,
      p: unknown,
      mark,
    })
    .nullable(),
  rows: growthRows.meta({ description: 'in columns of equal length, largest marked growth first' }),
  columns: growthColumns,
  cells: growthCells,
  findings: z
    .array(growthFinding)
    .meta({ description: 'cells beyond chance, shown or not, largest growth first; 100 at the most' }),
  marks: z.array(z.object({ name: mark, symbol: z.string(), ...classWords, cells: z.number().int() })),
  ...judged,
});
export type Growth = z.infer<typeof growth>;
export type GrowthFigures = z.infer<typeof growthCells>;
