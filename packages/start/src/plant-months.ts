import {
  type Evaluation,
  type EvaluationMonth,
  type Objection,
  type ObjectionDecision,
  type ObjectionReason,
  type Page,
  shift,
} from '@hotline-atlas/model';
import type { PlantDesk } from './plant-desk.ts';

/** What is said about an order, and what becomes of it; `null`: nothing yet. */
interface Matter {
  reason: ObjectionReason;
  text: string;
  decision: Omit<ObjectionDecision, 'revision'> | null;
}

const duplicate: Matter = {
  reason: 'duplicate',
  text: 'Made up for the demonstration: another order about the same matter was handled. 演示编造：同一事项已由另一工单办理。',
  decision: {
    decision: 'upheld',
    effect: 'excluded',
    reason:
      'Made up: both orders name the same address and day. 编造：两单地址、日期相同，申诉成立，予以剔除。',
  },
};
const solved: Matter = {
  reason: 'was_resolved',
  text: 'Made up for the demonstration: it was solved before the return visit, with a photograph. 演示编造：回访前已解决，附照片。',
  decision: {
    decision: 'upheld',
    effect: 'corrected',
    resolved: 'yes',
    reason: 'Made up: the caller was asked once more and says so. 编造：经再次回访核实，更正为已解决。',
  },
};
const foreign: Matter = {
  reason: 'not_ours',
  text: 'Made up for the demonstration: the road belongs to a neighbouring district. 演示编造：该路段属相邻区。',
  decision: {
    decision: 'rejected',
    reason: 'Made up: the map shows the place inside. 编造：经核对地图，点位在辖区内，申诉不成立。',
  },
};
const undecided = (matter: Matter): Matter => ({ ...matter, decision: null });

/** What is said of one order after the other. */
const ofFinal: readonly Matter[] = [
  duplicate,
  solved,
  foreign,
  solved,
  duplicate,
  foreign,
  duplicate,
  solved,
];
const ofOpen: readonly Matter[] = [
  ...[undecided(duplicate), solved, undecided(foreign), undecided(solved)],
  ...[foreign, undecided(duplicate), duplicate, undecided(solved)],
];

/** A unit objects to so many orders at the most. */
const mostOfUnit = 3;

interface Ranked {
  group: string;
  by: string;
  units: string[];
}

/** Units of the group that is shown first: the last of the ranking first, then those not ranked. */
async function lastFirst({ ask }: PlantDesk, month: string): Promise<Ranked> {
  const { meta, units: told } = await ask<Evaluation>(`evaluation?month=${month}`);
  const isRanked = (_: string, at: number): boolean => typeof told.rank[at] === 'number';
  const ranked = told.unit.filter(isRanked).reverse();
  const others = told.unit.filter((unit) => !ranked.includes(unit));
  return { group: meta.group.name, by: meta.group.by, units: [...ranked, ...others] };
}

/** Numbers of orders of a unit in a month of which the return visit said that they are not solved. */
async function notSolved({ ask }: PlantDesk, by: string, unit: string, month: string): Promise<string[]> {
  const from = `${month}-01`;
  const { rows } = await ask<Page>(
    `appeals?where=${by}:${encodeURIComponent(unit)}&from=${from}&to=${shift(from, 'month', 1)}&limit=1000`,
  );
  return rows
    .filter(({ resolved, excluded_reason: excluded }) => resolved === 'no' && !excluded)
    .flatMap(({ id }) => (typeof id === 'string' ? [id] : []))
    .slice(0, mostOfUnit);
}

async function objectTo(desk: PlantDesk, order: object, { reason, text, decision }: Matter): Promise<void> {
  const made = await desk.ask<Objection>('evaluation/objections', {
    who: 'unit',
    body: { ...order, reason, text },
  });
  if (!decision) return;
  await desk.ask(`evaluation/objections/${encodeURIComponent(made.id)}/decision`, {
    who: 'evaluator',
    body: { ...decision, revision: made.revision },
  });
}

/** Lets units object to orders of a month that takes objections. */
async function objectIn(desk: PlantDesk, month: string, matters: readonly Matter[]): Promise<void> {
  const { group, by, units } = await lastFirst(desk, month);
  const left = [...matters];
  for (const unit of units) {
    if (left.length === 0) return;
    for (const order of await notSolved(desk, by, unit, month)) {
      const matter = left.shift();
      if (matter) await objectTo(desk, { month, group, unit, order }, matter);
    }
  }
}

const takeStep = (desk: PlantDesk, body: object) =>
  desk.ask<EvaluationMonth>('evaluation/month/step', { who: 'evaluator', body });

const said = 'Made up for the demonstration: nobody was evaluated. 演示编造，未对任何单位进行考评。';

/**
 * Plants the life of two months: the newest of which every rate is ripe is open for objections, the one
 * before is final.
 * @param until the last day objections are taken
 * @returns both months
 */
export async function plantMonths(desk: PlantDesk, until: string): Promise<{ open: string; final: string }> {
  const { month: open } = await desk.ask<EvaluationMonth>('evaluation/month');
  const final = shift(`${open}-01`, 'month', -1).slice(0, 7);
  const begin = { step: 'open', revision: 0, objections_until: until, reason: said };
  await takeStep(desk, { ...begin, month: open });
  await objectIn(desk, open, ofOpen);
  await takeStep(desk, { ...begin, month: final });
  await objectIn(desk, final, ofFinal);
  const { revision } = await desk.ask<EvaluationMonth>(`evaluation/month?month=${final}`);
  const end = { step: 'finalise', early: true, provisional: true, reason: said };
  await takeStep(desk, { ...end, month: final, revision });
  return { open, final };
}
