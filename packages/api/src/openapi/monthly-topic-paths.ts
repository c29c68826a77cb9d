import { monthlyTopicCandidatesParameters, monthlyTopicEffectParameters } from '@hotline-atlas/model';
import { monthlyTopicChange, monthlyTopicContent } from '@hotline-atlas/model/wire';
import {
  failure,
  failures,
  inPath,
  json,
  operation,
  type Paths,
  parametersOf,
  question,
} from './operation.ts';

const id = inPath('id', 'its identifier');
const missing = { '404': failure('There is no such topic, or it is of an area whoever asks does not see') };
const outOfOrder = {
  '409': failure('It was changed meanwhile, or its state does not allow this; says what there is or can be'),
};

/** Topics of the month. */
export const monthlyTopicPaths = () =>
  ({
    '/api/monthly-topics/candidates': question(
      'Topics that could be one of the month, with what speaks for each; no score of all',
      parametersOf(monthlyTopicCandidatesParameters),
      json('monthlyTopicCandidates'),
    ),
    '/api/monthly-topics': {
      get: operation('Topics of the month, the newest first', ['data'], { gives: json('monthlyTopics') }),
      post: operation('Adds a topic of the month, as a candidate or picked', ['data', 'evaluate'], {
        sends: monthlyTopicContent,
        gives: json('monthlyTopic'),
        other: outOfOrder,
      }),
    },
    '/api/monthly-topics/{id}': {
      get: operation('A topic of the month, and the candidates as they were when it was frozen', ['data'], {
        parameters: [id],
        gives: json('monthlyTopic'),
        other: missing,
      }),
      put: operation(
        'Changes a topic of the month; from picked to frozen keeps the candidates as they are',
        ['data', 'evaluate'],
        {
          parameters: [id],
          sends: monthlyTopicChange,
          gives: json('monthlyTopic'),
          other: { ...failures, ...missing, ...outOfOrder },
        },
      ),
      delete: operation('Takes a topic of the month away that is not frozen yet', ['data', 'evaluate'], {
        parameters: [id],
        other: { ...missing, ...outOfOrder },
      }),
    },
    '/api/monthly-topics/{id}/restore': {
      post: operation('Puts a topic of the month back that was taken away', ['data', 'evaluate'], {
        parameters: [id],
        gives: json('monthlyTopic'),
        other: missing,
      }),
    },
    '/api/monthly-topics/{id}/history': {
      get: operation('Every state of a topic of the month, newest first', ['data'], {
        parameters: [id],
        gives: json('monthlyTopicHistory'),
        other: missing,
      }),
    },
    '/api/monthly-topics/{id}/effect': question(
      'Before and after the work on a topic of the month, against a control, with placebo tests',
      [id, ...parametersOf(monthlyTopicEffectParameters)],
      json('monthlyTopicEffect'),
      ['data'],
      { ...failures, ...missing },
    ),
  }) satisfies Paths;
