import type { Annotation, Annotations, Clause } from '@hotline-atlas/model';
import { useMemo } from 'react';
import { useRequest } from '../../questions/useRequest.ts';
import { useScreen } from '../../screen/screen.ts';
import { concerns } from './concerning.ts';

/** Milliseconds after which the notes of others show, and come back where they could not be asked for. */
const lookEvery = 60_000;

const none: readonly Annotation[] = [];

const nothing: readonly Clause[] = [];

/**
 * The notes that concern what the screen is about, by their first day; none while they are not known.
 * @param within what an axis is limited to besides
 */
export function useNotes(within: readonly Clause[] = nothing): readonly Annotation[] {
  const { state, person } = useScreen();
  const { answer } = useRequest<Annotations>('annotations', lookEvery);
  const { where } = state;
  return useMemo(() => {
    const limits = [...within, ...where, ...(person.scope?.clauses ?? [])];
    const found = (answer?.annotations ?? none).filter((note) => concerns(note, limits));
    return found.sort((a, b) => a.from.localeCompare(b.from) || a.id.localeCompare(b.id));
  }, [answer, where, person, within]);
}
