import { z } from 'zod';
import { dimensionNames } from './dimensions.ts';
import { dueMoments } from './due-state.ts';
import { metricNames } from './metrics.ts';

const list = (description: string, example: string) =>
  z.string().optional().meta({ description, example: example });

/** Parameters that choose appeals; validated here, described by `/api/openapi.json`. */
export const selectionParameters = z.object({
  where: z
    .array(z.string())
    .default([])
    .meta({
      description:
        'dimension:value,value — repeatable; ! before the values excludes; \\ before a comma, a \\ or a ! that begins the first value makes it part of the value. Values of kind, appellant, channel, urgency, status, due_state and location_quality are those of /api/meta; due_state:open is short for all that are not closed',
      example: ['topic1:housing', 'channel:!phone'],
    }),
  from: z
    .string()
    .optional()
    .meta({ description: 'first local day, inclusive; default: the first with data', example: '2024-01-01' }),
  to: z.string().optional().meta({
    description: 'first local day after; default: the day after the last with data',
    example: '2025-01-01',
  }),
  without_regimes: list('regimes of the city whose days are left out', 'pandemic'),
  q: z.string().max(200).optional().meta({
    description:
      'words that all must occur in the text of the appeal, wherever they stand, upper and lower case alike; "…" keeps a phrase with spaces together',
    example: '供暖 不热',
  }),
});

/** As of when orders are open, overdue or due. */
export const dueAtParameter = z.enum(dueMoments).default('data').meta({
  description:
    'as of when orders are open, overdue or due: data, the newest appeal of the version that you see, or now. meta.due_at tells the moment; /api/meta says in orders.live which to ask for',
  example: 'data',
});

/** Parameters of `/api/query`. */
export const queryParameters = selectionParameters.extend({
  due_at: dueAtParameter,
  metrics: z.string().meta({
    description: `comma-separated metrics: ${metricNames.join(', ')}`,
    example: 'appeals,resolution_rate',
  }),
  by: list(`comma-separated dimensions: ${dimensionNames.join(', ')}`, 'month,district'),
  compare: z.string().optional().meta({
    description:
      'previous, year, or another period as from..to. Besides the totals of both periods (<metric>, <metric>_before) the answer has what is counted on days that have data on both sides (<metric>_paired, <metric>_before_paired), and of these <metric>_change and <metric>_change_share; meta.covered tells the days',
    example: 'year',
  }),
  order: list(
    'columns to sort by, - before one for descending: metrics, dimensions, and where compared <metric>_before, _paired, _before_paired, _change, _change_share',
    '-appeals',
  ),
  limit: z.string().optional().meta({ description: 'rows at the most, 1 to 100000', example: '50' }),
  resolution: z
    .string()
    .optional()
    .meta({ description: 'H3 resolution of the dimension cell: 7, 8, 9 or 10', example: '8' }),
  scope: z.string().optional().meta({
    description:
      'own (default): the appeals you may see; published: aggregates of the whole city, by dimensions that your role opens (/api/session lists them), of whole months, without words, comparison, left-out regimes and metrics that count callers; 403 where that is not open',
    example: 'own',
  }),
});

/** Characters of a cursor at the most. */
export const longestCursor = 1600;

/** Times that records can be in the order of. */
export const recordOrderColumns = ['received', 'due', 'closed'] as const;

const recordOrders = recordOrderColumns.flatMap((column) => [`-${column}`, column]);

/** Parameters of `/api/appeals`. */
export const appealsParameters = selectionParameters.extend({
  due_at: dueAtParameter,
  id: z.string().max(200).optional().meta({ description: 'one appeal by its id' }),
  limit: z.string().optional().meta({ description: 'records a page, 1 to 1000', example: '50' }),
  order: z.enum(recordOrders).optional().meta({
    description:
      'a time to sort by, - before it for the latest first; records without it come last. Default: -received',
    example: 'due',
  }),
  cursor: z
    .string()
    .max(longestCursor)
    .optional()
    .meta({ description: 'next_cursor of the page before, with the same selection and order' }),
});

/** Parameters of `/api/appeals/{id}/related`. */
export const relatedParameters = z.object({
  limit: z
    .string()
    .optional()
    .meta({ description: 'records of each kind, 1 to 50; default 10', example: '10' }),
  due_at: dueAtParameter,
});

/** Parameters of `/api/find`. */
export const findParameters = z.object({
  text: z.string().max(200).optional().meta({
    description: 'a name in any language, a code, initials or pinyin, or the number of an order',
    example: 'ftq',
  }),
  limit: z.string().optional().meta({ description: 'results, 1 to 60', example: '30' }),
});

export const exportFormats = ['csv', 'ndjson', 'parquet', 'arrow', 'xlsx'] as const;

/** Records a sheet of a workbook can hold, below its row of names. */
export const mostSheetRecords = 1_048_575;
export type ExportFormat = (typeof exportFormats)[number];

/** Parameters of `/api/export`. */
export const exportParameters = selectionParameters.extend({
  due_at: dueAtParameter,
  order: z.enum(recordOrders).optional().meta({
    description: 'a time to sort by, - before it for the latest first; default: in no order',
    example: 'due',
  }),
  format: z
    .string()
    .default('csv')
    .meta({
      description: `${exportFormats.join(', ')}; xlsx holds ${mostSheetRecords.toLocaleString('en')} records at the most, more are refused with 422`,
      example: 'parquet',
    }),
});

/** Hexagons one request may name. */
export const mostPlaces = 100;

/** Parameters of `/api/places`. */
export const placesParameters = z.object({
  cells: z.string().meta({
    description: `comma-separated H3 cells of resolution 7 to 10, at most ${mostPlaces}`,
    example: '8831aa41abfffff',
  }),
});
