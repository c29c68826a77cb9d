import { type Answer, encodeSelection } from '@hotline-atlas/model';
import { instantLabel } from '@hotline-atlas/ui/format/dates.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { PanelBody } from '@hotline-atlas/ui/kit/PanelBody.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useMemo } from 'react';
import { useScreen } from '../../screen/screen.ts';
import { type Need, needs as needNames } from './address.ts';
import type { Shown } from './asking.ts';
import { OrdersLink } from './links.tsx';
import { NeedOrders, NeedTable, rowsOfRepetitions } from './NeedRows.tsx';
import { NeedsBy } from './NeedsBy.tsx';
import {
  clausesOfNeed,
  countsOf,
  type NeedCounts,
  needShown,
  shownOrders,
  useCallsAgain,
  useLive,
  useNeedRows,
  useOpenCounts,
} from './useNeeds.ts';
import { type AreaPageWords, areaPageWords } from './words.ts';
import { Zone } from './Zone.tsx';

/** What is said first: how many are late, else what comes next. */
function titleOf(
  { overdue, due_today: today, open }: NeedCounts,
  hasLimits: boolean,
  { needs }: AreaPageWords,
  text: (count: number) => string,
): string {
  if (open === 0) return needs.titleNothing;
  if (!hasLimits) return needs.titleOpen(text(open ?? 0), open === 1);
  if (overdue && today) return needs.title(text(overdue), text(today), overdue === 1, today === 1);
  if (overdue) return needs.titleOverdue(text(overdue), overdue === 1);
  return today ? needs.titleToday(text(today), today === 1) : needs.titleNone;
}

interface TabsProps {
  counts: NeedCounts;
  chosen: Need | null;
  hasLimits: boolean;
  /** Whether more have called again than were looked at. */
  more: boolean;
}

function Tabs({ counts, chosen, hasLimits, more }: TabsProps) {
  const { language, change } = useScreen();
  const { needs } = useWords(areaPageWords);
  const shown = needNames.filter((need) => hasLimits || ['reopened', 'again', 'open'].includes(need));
  return (
    <fieldset className="need-tabs">
      <legend className="hidden">{needs.list}</legend>
      {shown.map((need) => {
        const count = counts[need];
        return (
          <button
            key={need}
            type="button"
            data-need={need}
            aria-pressed={need === chosen}
            disabled={count === null}
            title={need === 'again' && count === null ? needs.callersUnknown : undefined}
            onClick={() => change({ area: { need, needBy: null } })}
          >
            <b>
              {count === null ? '–' : exact(count, language)}
              {need === 'again' && more && '+'}
            </b>
            <span>{needs.tabs[need]}</span>
          </button>
        );
      })}
    </fieldset>
  );
}

function Ways({ shown, need }: { shown: Shown; need: Need }) {
  const { state, meta, person, change } = useScreen();
  const { needs } = useWords(areaPageWords);
  const live = useLive();
  const parameters = encodeSelection({
    where: [...shown.where, ...clausesOfNeed(need)],
    withoutRegimes: [],
    ...(live && { dueAt: 'now' as const }),
  });
  parameters.set('order', 'due');
  parameters.set('format', 'xlsx');
  const groups = (['unit', 'subdistrict'] as const).filter(
    (by) =>
      by === 'unit' || (shown.area.level === 'district' && meta.areas.some(({ level }) => level === by)),
  );
  return (
    <span className="zone-ways">
      {groups.map((by) => (
        <button
          key={by}
          type="button"
          className="link"
          aria-pressed={state.area.needBy === by}
          onClick={() => change({ area: { needBy: state.area.needBy === by ? null : by } })}
        >
          {needs.by[by]}
        </button>
      ))}
      {person.may.has('export') && need !== 'again' && (
        <a className="link" href={`/api/export?${parameters}`} download>
          {needs.export}
        </a>
      )}
    </span>
  );
}

/** Which orders are in sight, of how many, in what order, and the way to all. */
function Foot({
  need,
  counts,
  shown,
  hasLimits,
}: {
  need: Need;
  counts: NeedCounts;
  shown: Shown;
  hasLimits: boolean;
}) {
  const { language } = useScreen();
  const { needs } = useWords(areaPageWords);
  const all = counts[need] ?? 0;
  if (all === 0) return null;
  const sorted =
    need === 'again'
      ? needs.byCalls
      : !hasLimits
        ? needs.byReceived
        : need === 'overdue' || (need === 'open' && (counts.overdue ?? 0) > 0)
          ? needs.byDue
          : needs.byNext;
  return (
    <p className="zone-foot">
      {needs.shown(exact(Math.min(all, shownOrders), language), exact(all, language))} · {sorted}
      {need !== 'again' && (
        <>
          {' · '}
          <OrdersLink where={[...shown.where, ...clausesOfNeed(need)]}>
            {needs.all(exact(all, language))}
          </OrdersLink>
        </>
      )}
    </p>
  );
}

function List({
  shown,
  need,
  hasLimits,
  counts,
}: {
  shown: Shown;
  need: Need;
  hasLimits: boolean;
  counts: NeedCounts;
}) {
  const screen = useScreen();
  const { needs } = useWords(areaPageWords);
  const view = useNeedRows(need, shown.where, hasLimits);
  const { answer: repeats } = useCallsAgain(shown.where);
  const calls = useMemo(
    () => new Map((repeats?.repeats ?? []).flatMap(({ ids, appeals }) => ids.map((id) => [id, appeals]))),
    [repeats],
  );
  if (counts[need] === 0) return <p className="panel-message">{needs.none[need]}</p>;
  if (need === 'again') {
    const rows = rowsOfRepetitions(repeats?.repeats ?? [], screen).slice(0, shownOrders);
    return <NeedTable rows={rows} label={needs.tabs.again} />;
  }
  return (
    <PanelBody view={view}>
      {(page) => (
        <NeedOrders
          page={page}
          calls={calls}
          label={needs.tabs[need]}
          where={[...shown.where, ...clausesOfNeed(need)]}
        />
      )}
    </PanelBody>
  );
}

/** As of when orders are open or overdue, in words. */
function asOfText({ meta }: Answer, live: boolean, { needs }: AreaPageWords, language: 'en' | 'zh'): string {
  if (!meta.due_at) return '';
  const moment = instantLabel(meta.due_at, meta.time_zone, language);
  return live ? needs.live(moment) : needs.asOf(moment);
}

interface NeedsProps {
  shown: Shown;
  /** Whether the city records due times, and whether it records what is closed. */
  hasLimits: boolean;
  hasClosing: boolean;
}

/** Orders that need somebody: counts as lists, the most urgent first. */
export function NeedsPanel({ shown, hasLimits, hasClosing }: NeedsProps) {
  const { state, language } = useScreen();
  const words = useWords(areaPageWords);
  const view = useOpenCounts(shown.where);
  const again = useCallsAgain(shown.where);
  const live = useLive();
  const counts = countsOf(view.answer, again.answer);
  const need = needShown(state.area.need, hasLimits);
  const { needBy } = state.area;
  const found = again.answer;
  const isUnknown = !hasClosing && counts.open === 0;
  return (
    <Zone
      name="needs"
      view={view}
      label={words.needs.panel}
      title={
        view.answer && !isUnknown
          ? titleOf(counts, hasLimits, words, (count) => exact(count, language))
          : words.needs.panel
      }
      subtitle={[
        view.answer && asOfText(view.answer, live, words, language),
        !hasLimits && !isUnknown && words.needs.noLimits,
      ]
        .filter(Boolean)
        .join(' · ')}
      ways={<Ways shown={shown} need={need} />}
    >
      {() =>
        isUnknown ? (
          <p className="panel-message">{words.needs.notRecorded}</p>
        ) : (
          <>
            <Tabs
              counts={counts}
              chosen={needBy ? null : need}
              hasLimits={hasLimits}
              more={(found?.meta.found.caller ?? 0) > (found?.repeats.length ?? 0)}
            />
            {needBy ? (
              <NeedsBy by={needBy} where={shown.where} />
            ) : (
              <>
                <List shown={shown} need={need} hasLimits={hasLimits} counts={counts} />
                <Foot need={need} counts={counts} shown={shown} hasLimits={hasLimits} />
              </>
            )}
          </>
        )
      }
    </Zone>
  );
}
