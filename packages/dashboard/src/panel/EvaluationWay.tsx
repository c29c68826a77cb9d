import type { DimensionName, EvaluationSchemes } from '@hotline-atlas/model';
import { dictionary, useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { turnedTo } from '../address/object.ts';
import { changed } from '../address/state.ts';
import { useRequest } from '../questions/useRequest.ts';
import { useScreen } from '../screen/screen.ts';
import { StateLink } from './ObjectLink.tsx';

const wayWords = dictionary({ way: 'Its evaluation' }, { way: '考评结果' });

type Group = EvaluationSchemes['schemes'][number]['groups'][number];

/** The group of the newest scheme that ranks a value of a dimension; undefined where none does. */
export function groupOfValue(
  { schemes }: Pick<EvaluationSchemes, 'schemes'>,
  dimension: DimensionName,
  code: string,
): Group | undefined {
  const groups = schemes.at(-1)?.groups ?? [];
  const isIn = (group: Group) =>
    group.members?.includes(code) ?? (group.by === dimension && !group.without.includes(code));
  return groups.find((group) => group.by === dimension && isIn(group)) ?? groups.find(isIn);
}

/** The way to the evaluation of an area or unit; nothing where no group ranks it. */
export function EvaluationWay({ dimension, code }: { dimension: DimensionName; code: string }) {
  const { state } = useScreen();
  const words = useWords(wayWords);
  const { answer } = useRequest<EvaluationSchemes>('evaluation/schemes');
  const group = answer && groupOfValue(answer, dimension, code);
  if (!group) return null;
  const to = changed(turnedTo(state, { page: 'evaluation', object: code }), {
    evaluation: { group: group.name },
  });
  return <StateLink to={to}>{words.way}</StateLink>;
}
