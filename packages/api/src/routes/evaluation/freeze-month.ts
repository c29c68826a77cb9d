import type { EvaluatedGroup } from '@hotline-atlas/model';
import type { Frozen } from '@hotline-atlas/store';
import type { Asked } from '../../evaluation/asked.ts';
import { type FrozenGroup, frozenBytes, hashOfGroups } from '../../evaluation/frozen-group.ts';
import { answerLive } from '../../evaluation/live-answer.ts';
import { movedOf } from '../../evaluation/moved.ts';
import { programOf } from '../../evaluation/program.ts';
import { rankingSeen } from '../../evaluation/who-sees.ts';
import type { MonthRun } from './evaluation-run.ts';

/** Everything of a group, as whoever sees all is told it. */
async function freezeGroup({ whole, month, scheme, city }: MonthRun, group: EvaluatedGroup) {
  const seen = rankingSeen(whole.scope, city, group);
  const asked: Asked = { month, scheme, group, unit: null, city, run: whole, seen, tried: null };
  const live = await answerLive(asked);
  const moved = await movedOf(asked, live.now.tally.units, live);
  const frozen: FrozenGroup = { answer: live.answer, moved, scheme };
  return { group: group.name, ...frozenBytes(frozen) };
}

/** Freezes a month: all groups of its scheme, one after the other, with what they rest on. */
export async function freezeMonth(run: MonthRun): Promise<Frozen> {
  const { version, newestAppeal } = run.whole.history.publication;
  const groups: Awaited<ReturnType<typeof freezeGroup>>[] = [];
  for (const group of run.scheme.groups) groups.push(await freezeGroup(run, group));
  const program = await programOf();
  return {
    scheme: run.scheme.name,
    data_version: version,
    newest_appeal: newestAppeal,
    program_version: program.version,
    program_build: program.build,
    hash: hashOfGroups(groups),
    groups,
  };
}
