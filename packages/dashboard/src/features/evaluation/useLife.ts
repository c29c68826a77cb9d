import type { EvaluationMonth, Objections } from '@hotline-atlas/model';
import { localMoment } from '@hotline-atlas/ui/format/dates.ts';
import type { Requested } from '@hotline-atlas/ui/request/asking.ts';
import { useRequest } from '../../questions/useRequest.ts';
import { useScreen } from '../../screen/screen.ts';
import { useShownMonth } from './MonthContext.ts';

/** The state of the month that is shown, with every step. */
export function useMonthLife(): Requested<EvaluationMonth> {
  const { month } = useShownMonth().answer.meta;
  return useRequest<EvaluationMonth>(`evaluation/month?month=${month}`);
}

/** The objections to the month that is shown. */
export function useObjections(): Requested<Objections> {
  const { month } = useShownMonth().answer.meta;
  return useRequest<Objections>(`evaluation/objections?month=${month}`);
}

/** Today on the city's clocks. */
export function useToday(): string {
  const { meta } = useScreen();
  return localMoment(new Date().toISOString(), meta.timeZone).slice(0, 10);
}
