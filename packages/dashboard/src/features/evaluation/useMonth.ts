import { type Evaluation, inLanguage } from '@hotline-atlas/model';
import type { Requested } from '@hotline-atlas/ui/request/asking.ts';
import { useMemo } from 'react';
import { useRequest } from '../../questions/useRequest.ts';
import { type Screen, useScreen } from '../../screen/screen.ts';
import type { MonthShown } from './MonthContext.ts';
import { monthRows } from './rows.ts';

/** An address of the evaluation, with what is said of the question. */
function evaluationAddress(asked: Readonly<Record<string, string>>): string {
  const parameters = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''));
  const text = parameters.toString().replaceAll('%3A', ':').replaceAll('%2C', ',');
  return text === '' ? 'evaluation' : `evaluation?${text}`;
}

/** The table of the month that the address names. What is chosen in it is no part of the question. */
export function useMonth(): Requested<Evaluation> {
  return useRequest<Evaluation>(({ state }: Screen) => {
    const { month, group } = state.evaluation;
    return evaluationAddress({ month, group });
  });
}

/** The month that is shown by the weights that are tried; asks nothing where none are. */
export function useTried({ meta }: Evaluation): Requested<Evaluation> {
  const { weights } = useScreen().state.evaluation;
  const asked = { month: meta.month, group: meta.group.name, weights };
  return useRequest<Evaluation>(weights === '' ? '' : evaluationAddress(asked));
}

/** The month that is shown, with what moved the rank of a unit. */
export function useMoved({ meta }: Evaluation, unit: string): Requested<Evaluation> {
  return useRequest<Evaluation>(
    unit === '' ? '' : evaluationAddress({ month: meta.month, group: meta.group.name, unit }),
  );
}

/** An answer as the page shows it. */
export function useShown(answer: Evaluation): MonthShown {
  const { label, language } = useScreen();
  return useMemo(() => {
    const { by } = answer.meta.group;
    const classes = new Map(answer.classes.map((each) => [each.name, inLanguage(each.label, language)]));
    return {
      answer,
      rows: monthRows(answer),
      names: { unit: (code) => label(by, code), class: (name) => classes.get(name) ?? name },
      decimals: answer.meta.scheme.decimals,
    };
  }, [answer, label, language]);
}
