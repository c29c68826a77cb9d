import { bulletinParameters, checkParameterNames, NotOpen, type Scheme } from '@hotline-atlas/model';
import type { BulletinGroup } from '@hotline-atlas/reports';
import type { RequestHandler } from 'express';
import { askerOf } from '../../context/asker.ts';
import type { Context } from '../../context/context.ts';
import { parametersOf } from '../../context/request.ts';
import { demand } from '../../context/scope-of.ts';
import { type PaperSource, paperOf } from '../../evaluation/paper.ts';
import { monthOf } from '../../evaluation/request.ts';
import { type Answering, answering, paperSources, type ReadMonths } from './answered.ts';
import { languageOf, sendDocument } from './send-document.ts';

/** A group as whoever asks sees it: its ranking, or that it is not open to them. */
async function groupOf(
  group: Scheme['groups'][number],
  month: string,
  { answer, schemeOf }: Answering,
  source: PaperSource,
): Promise<BulletinGroup> {
  try {
    const evaluation = await answer({ month, group: group.name });
    const address = `/evaluation?${new URLSearchParams({ month })}`;
    return { paper: paperOf(evaluation, await schemeOf(evaluation), source, address) };
  } catch (cause) {
    if (cause instanceof NotOpen) return { closed: group.label };
    throw cause;
  }
}

/** `GET /api/evaluation/bulletin`: all groups of a month on one page. */
export function answerBulletin(context: Context, readMonths: ReadMonths): RequestHandler {
  const sourceOf = paperSources(context);
  return async (request, response) => {
    const asker = await askerOf(context, request);
    demand('export', asker.person);
    const raw = parametersOf(request);
    checkParameterNames(raw, Object.keys(bulletinParameters.shape));
    const asked = monthOf(raw);
    const language = languageOf(raw);
    await sendDocument(context, asker, response, async (signal) => {
      const from = await answering(context, readMonths, asker, signal);
      const { month, scheme } = await from.monthOf(asked);
      const source = await sourceOf(from.history, language);
      const groups: BulletinGroup[] = [];
      for (const group of scheme.groups) groups.push(await groupOf(group, month, from, source));
      const [open] = groups.flatMap((group) => ('paper' in group ? [group.paper] : []));
      if (!open) throw new NotOpen('No ranking of this month is open to you.');
      const { version } = open.evaluation.meta.as_of;
      return {
        task: { kind: 'bulletin', groups },
        format: 'pdf',
        name: `${context.city.code}_bulletin_${month}_v${version}_${language}`,
        asked: `evaluation/bulletin?${new URLSearchParams({ month, language })}`,
        version,
        records: groups.length,
      };
    });
  };
}
