import type { AppealRecord } from '@hotline-atlas/model';
import type { Screen } from '../../screen/screen.ts';
import { fieldText } from './useAppeals.ts';

const topics = ['topic3', 'topic2', 'topic1'] as const;

/** What an appeal is about, as precisely as it is known; empty where it is not. */
export function matterOf(appeal: AppealRecord, { label }: Pick<Screen, 'label'>): string {
  const finest = topics.find((name) => fieldText(appeal, name) !== '');
  return finest ? label(finest, fieldText(appeal, finest)) : '';
}
