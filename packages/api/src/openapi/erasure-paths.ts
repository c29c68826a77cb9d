import { erasureRequest } from '@hotline-atlas/model/wire';
import { failure, json, operation, type Paths } from './operation.ts';

/** What is erased of a person. */
export const erasurePaths = () =>
  ({
    '/api/erasures': {
      get: operation('The ledger of erasures, the newest first', ['erase'], { gives: json('erasures') }),
      post: operation("Finds a person's appeals, and erases them where that is confirmed", ['erase'], {
        sends: erasureRequest,
        gives: json('erasureAnswer'),
        other: {
          '202': { description: 'An erasure was begun', content: json('erasureAnswer') },
          '413': failure('The body is too large'),
          '415': failure('The body is not JSON'),
        },
      }),
    },
  }) satisfies Paths;
