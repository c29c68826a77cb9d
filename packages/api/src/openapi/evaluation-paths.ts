import {
  monthStep,
  objectionContent,
  objectionDecision,
  objectionWithdrawal,
} from '@hotline-atlas/model/wire';
import { failure, inPath, json, operation, type Paths } from './operation.ts';

const month = {
  name: 'month',
  in: 'query',
  required: false,
  description: 'evaluation month; default: the newest whose rates are ripe',
  example: '2024-11',
  schema: { type: 'string' },
};
const filter = (name: string, description: string) => ({
  ...{ name, in: 'query', required: false, description, schema: { type: 'string' } },
});
const id = inPath('id', 'its identifier');
const wrong = {
  '400': failure('A parameter or field is wrong; says which'),
  '404': failure('The city evaluates nobody, or there is no such thing among what whoever asks sees'),
};
const stale = {
  ...wrong,
  '409': failure('It was changed meanwhile, or cannot be done as things stand; says what can'),
};

const monthPaths = {
  '/api/evaluation/month': {
    get: operation('Where a month is in its life, and every step it took', ['data'], {
      parameters: [month],
      gives: json('evaluationMonth'),
      other: wrong,
    }),
  },
  '/api/evaluation/month/step': {
    post: operation(
      'Takes a step: opens a month for objections, moves their last day, makes it final, or goes back',
      ['data', 'evaluate'],
      { sends: monthStep, gives: json('evaluationMonth'), other: stale },
    ),
  },
} satisfies Paths;

const objectionPaths = {
  '/api/evaluation/objections': {
    get: operation(
      'Objections to orders of a month: of orders whoever asks sees, and their own',
      ['data', 'object or evaluate'],
      {
        parameters: [
          month,
          filter('state', 'open, upheld, rejected or withdrawn'),
          filter('order', 'of this order'),
        ],
        gives: json('objections'),
        other: wrong,
      },
    ),
    post: operation(
      'Objects to what is counted of an order; the same once more gives the same objection',
      ['data', 'object or evaluate'],
      { sends: objectionContent, gives: json('objection'), other: stale },
    ),
  },
  '/api/evaluation/objections/{id}/decision': {
    post: operation('Decides on an objection, also anew until the month is final', ['data', 'evaluate'], {
      parameters: [id],
      sends: objectionDecision,
      gives: json('objection'),
      other: stale,
    }),
  },
  '/api/evaluation/objections/{id}/withdrawal': {
    post: operation('Takes an open objection of one’s own back', ['data', 'object or evaluate'], {
      parameters: [id],
      sends: objectionWithdrawal,
      gives: json('objection'),
      other: stale,
    }),
  },
  '/api/evaluation/objections/{id}/history': {
    get: operation('Every state of an objection, newest first', ['data', 'object or evaluate'], {
      parameters: [id],
      gives: json('objectionHistory'),
      other: wrong,
    }),
  },
} satisfies Paths;

/** The life of evaluation months, and objections. */
export const evaluationPaths = () => ({ ...monthPaths, ...objectionPaths });
