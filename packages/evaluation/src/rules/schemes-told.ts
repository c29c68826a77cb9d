import { type EvaluationSchemes, gapsOf, type Scheme, type SchemeRules } from '@hotline-atlas/model';
import { schemeDifferences } from './scheme-differences.ts';

const groupTold = ({
  kinds,
  only,
  without,
  ...told
}: Scheme['groups'][number]): SchemeRules['groups'][number] => ({
  ...told,
  ...{ kinds: [...kinds], only: [...only], without: [...without] },
});

const scoringTold = (
  scoring: Scheme['indicators'][number]['scoring'],
): SchemeRules['indicators'][number]['scoring'] =>
  scoring.by === 'steps' ? { ...scoring, steps: scoring.steps.map((step) => ({ ...step })) } : scoring;

const classTold = ({ name, label, volume, movement }: Scheme['classes'][number]) => ({
  ...{ name, label, volume: volume ?? null },
  movement: movement ? [...movement] : null,
});

/** Every field of a scheme, as it is told. */
const schemeTold = (scheme: Scheme): SchemeRules => ({
  ...scheme,
  exclusions: scheme.exclusions === 'all' ? 'all' : [...scheme.exclusions],
  case_mix: [...scheme.case_mix],
  groups: scheme.groups.map(groupTold),
  indicators: scheme.indicators.map(({ scoring, ...indicator }) => ({
    ...indicator,
    scoring: scoringTold(scoring),
  })),
  classes: scheme.classes.map(classTold),
});

/** All schemes of a city, oldest first, the months between them, and what changed from one to the next. */
export function schemesTold(schemes: readonly Scheme[]): EvaluationSchemes {
  const inOrder = [...schemes].sort((one, other) => (one.from < other.from ? -1 : 1));
  return {
    schemes: inOrder.map(schemeTold),
    gaps: gapsOf(schemes),
    changes: inOrder.slice(1).flatMap((after, at) => {
      const before = inOrder[at];
      if (!before) return [];
      const differences = schemeDifferences(before, after);
      return [{ from_scheme: before.name, to_scheme: after.name, month: after.from, differences }];
    }),
  };
}
