import {
  type EvaluatedGroup,
  type EvaluationSchemes,
  gapsOf,
  type Scheme,
  type SchemeRules,
} from '@hotline-atlas/model';
import { schemeDifferences } from './scheme-differences.ts';

/** The codes of a group; null where they are not known. */
type MembersOf = (group: EvaluatedGroup) => readonly string[] | null;

function groupTold(group: EvaluatedGroup, membersOf: MembersOf): SchemeRules['groups'][number] {
  const { kinds, only, without, ...told } = group;
  const members = membersOf(group);
  return {
    ...told,
    ...{ kinds: [...kinds], only: [...only], without: [...without] },
    members: members && [...members],
  };
}

const scoringTold = (
  scoring: Scheme['indicators'][number]['scoring'],
): SchemeRules['indicators'][number]['scoring'] =>
  scoring.by === 'steps' ? { ...scoring, steps: scoring.steps.map((step) => ({ ...step })) } : scoring;

const classTold = ({ name, label, volume, movement }: Scheme['classes'][number]) => ({
  ...{ name, label, volume: volume ?? null },
  movement: movement ? [...movement] : null,
});

/** Every field of a scheme, as it is told. */
const schemeTold = (scheme: Scheme, membersOf: MembersOf): SchemeRules => ({
  ...scheme,
  exclusions: scheme.exclusions === 'all' ? 'all' : [...scheme.exclusions],
  case_mix: [...scheme.case_mix],
  groups: scheme.groups.map((group) => groupTold(group, membersOf)),
  indicators: scheme.indicators.map(({ scoring, ...indicator }) => ({
    ...indicator,
    scoring: scoringTold(scoring),
  })),
  classes: scheme.classes.map(classTold),
});

/** All schemes of a city, oldest first, the months between them, and what changed from one to the next. */
export function schemesTold(schemes: readonly Scheme[], membersOf: MembersOf): EvaluationSchemes {
  const inOrder = [...schemes].sort((one, other) => (one.from < other.from ? -1 : 1));
  return {
    schemes: inOrder.map((scheme) => schemeTold(scheme, membersOf)),
    gaps: gapsOf(schemes),
    changes: inOrder.slice(1).flatMap((after, at) => {
      const before = inOrder[at];
      if (!before) return [];
      const differences = schemeDifferences(before, after);
      return [{ from_scheme: before.name, to_scheme: after.name, month: after.from, differences }];
    }),
  };
}
