import { labelled } from '@hotline-atlas/ui/format/joined.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import type { ReactNode } from 'react';
import { useScreen } from '../screen/screen.ts';
import { expectation, stepLabel } from './numbers.ts';

export interface StepFiguresProps {
  start: string | undefined;
  step: Parameters<typeof stepLabel>[1];
  /** Null where the step has a day without data. */
  count: number | null | undefined;
  expected: number | null | undefined;
  /** What is called expected. */
  label: string;
  children: ReactNode;
}

/**
 * One step of a course under the pointer: when, how many, how many were to be expected, and what follows from
 * it.
 */
export function StepFigures({ start, step, count, expected, label, children }: StepFiguresProps) {
  const { language } = useScreen();
  return (
    <>
      <strong>{stepLabel(start ?? '', step, language)}</strong>
      <span className="tooltip-figure">{count == null ? '–' : exact(count, language)}</span>
      <span>{labelled(label, expectation(expected ?? null, language), language)}</span>
      <span>{children}</span>
    </>
  );
}
