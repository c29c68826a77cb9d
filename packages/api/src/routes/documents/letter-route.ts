import { checkParameterNames, letterParameters, parseText } from '@hotline-atlas/model';
import type { RequestHandler } from 'express';
import { askerOf } from '../../context/asker.ts';
import type { Context } from '../../context/context.ts';
import { parametersOf } from '../../context/request.ts';
import { demand } from '../../context/scope-of.ts';
import { paperOf } from '../../evaluation/paper.ts';
import { monthOf } from '../../evaluation/request.ts';
import { labelledValues } from '../labels.ts';
import { answering, paperSources, type ReadMonths } from './answered.ts';
import { languageOf, requiredText, sendDocument } from './send-document.ts';

/** What topics are called. */
const topicNames = ({ city }: Context) =>
  Object.fromEntries(
    (['topic1', 'topic2'] as const).flatMap((level) =>
      labelledValues(level, city).map(({ value, label }) => [value, label] as const),
    ),
  );

/** `GET /api/evaluation/letter`: what a unit should know of its month; for whoever may see its details. */
export function answerLetter(context: Context, readMonths: ReadMonths): RequestHandler {
  const sourceOf = paperSources(context);
  const topics = topicNames(context);
  return async (request, response) => {
    const asker = await askerOf(context, request);
    demand('export', asker.person);
    const raw = parametersOf(request);
    checkParameterNames(raw, Object.keys(letterParameters.shape));
    const unit = requiredText(raw, 'unit', 'send the code of the unit the letter is to');
    const asked = { month: monthOf(raw), group: parseText(raw, 'group') ?? null, unit };
    const language = languageOf(raw);
    await sendDocument(context, asker, response, async (signal) => {
      const { history, answer, depthOf, schemeOf } = await answering(context, readMonths, asker, signal);
      const evaluation = await answer(asked);
      const [scheme, source, depth] = await Promise.all([
        schemeOf(evaluation),
        sourceOf(history, language),
        depthOf(evaluation, unit),
      ]);
      const { month, group, as_of } = evaluation.meta;
      const { version } = as_of;
      const named = { month, group: group.name };
      const address = `/evaluation/${encodeURIComponent(unit)}?${new URLSearchParams(named)}`;
      return {
        task: {
          kind: 'letter',
          paper: { ...paperOf(evaluation, scheme, source, address), unit, depth, topics },
        },
        format: 'pdf',
        name: `${context.city.code}_letter_${unit}_${month}_v${version}_${language}`,
        asked: `evaluation/letter?${new URLSearchParams({ ...named, unit, language })}`,
        version,
        records: 1,
      };
    });
  };
}
