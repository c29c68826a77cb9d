import type { Clusters } from '@hotline-atlas/model';
import type { Judgement } from '../answer/judgement.ts';
import { answerClusters } from './answer.ts';
import { type ClustersQuestion, parseClusters } from './request.ts';

/** `GET /api/clusters`. */
export const clusters: Judgement<ClustersQuestion, Clusters> = {
  name: 'clusters',
  parse: parseClusters,
  answer: answerClusters,
};
