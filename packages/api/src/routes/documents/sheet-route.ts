import {
  checkParameterNames,
  type Evaluation,
  parseName,
  parseText,
  sheetParameters,
} from '@hotline-atlas/model';
import type { RequestHandler } from 'express';
import { askerOf } from '../../context/asker.ts';
import type { Context } from '../../context/context.ts';
import { parametersOf } from '../../context/request.ts';
import { demand } from '../../context/scope-of.ts';
import { paperOf } from '../../evaluation/paper.ts';
import { monthOf } from '../../evaluation/request.ts';
import { answering, paperSources, type ReadMonths } from './answered.ts';
import { languageOf, sendDocument } from './send-document.ts';

const formats = ['pdf', 'xlsx'] as const;

/** Where the same month and group are on the screen. */
const screenOf = ({ meta }: Evaluation): string =>
  `/evaluation?${new URLSearchParams({ month: meta.month, group: meta.group.name })}`;

/** `GET /api/evaluation/sheet`: what `/api/evaluation` tells whoever asks, on paper or as a workbook. */
export function answerSheet(context: Context, readMonths: ReadMonths): RequestHandler {
  const sourceOf = paperSources(context);
  return async (request, response) => {
    const asker = await askerOf(context, request);
    demand('export', asker.person);
    const raw = parametersOf(request);
    checkParameterNames(raw, Object.keys(sheetParameters.shape));
    const asked = { month: monthOf(raw), group: parseText(raw, 'group') ?? null };
    const format = parseName('format', parseText(raw, 'format') ?? 'pdf', formats);
    const language = languageOf(raw);
    await sendDocument(context, asker, response, async (signal) => {
      const { history, answer, schemeOf } = await answering(context, readMonths, asker, signal);
      const evaluation = await answer(asked);
      const [scheme, source] = await Promise.all([schemeOf(evaluation), sourceOf(history, language)]);
      const { month, group, as_of } = evaluation.meta;
      const parameters = { month, group: group.name, format, language };
      return {
        task: {
          kind: 'sheet',
          format,
          paper: paperOf(evaluation, scheme, source, screenOf(evaluation)),
        },
        format,
        name: `${context.city.code}_evaluation_${month}_${group.name}_v${as_of.version}_${language}`,
        asked: `evaluation/sheet?${new URLSearchParams(parameters)}`,
        version: as_of.version,
        records: evaluation.units.unit.length,
      };
    });
  };
}
