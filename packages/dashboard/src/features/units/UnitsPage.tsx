import { type MetricName, type Rates, rateMetrics } from '@hotline-atlas/model';
import { periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { changeSize, exact } from '@hotline-atlas/ui/format/numbers.ts';
import { Segmented } from '@hotline-atlas/ui/kit/Segmented.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useMemo } from 'react';
import { valuesAt } from '../../address/path.ts';
import { JudgementPanel } from '../../judgement/JudgementPanel.tsx';
import { useRecorded } from '../../questions/useRecorded.ts';
import { chosenPlace } from '../../screen/chosen-place.ts';
import { ScreenContext, useScreen } from '../../screen/screen.ts';
import { CategoryPanel } from '../categories/CategoryPanel.tsx';
import { rateGroups, rateLists } from '../rates/address.ts';
import { FunnelChart } from '../rates/FunnelChart.tsx';
import { RateLegend } from '../rates/RateLegend.tsx';
import { RateList } from '../rates/RateList.tsx';
import { listedRows, type RateRow, rateRows } from '../rates/rateRows.ts';
import { ratesFinding } from '../rates/rateSentences.ts';
import { ratesTable } from '../rates/ratesTable.ts';
import { Said } from '../rates/Said.tsx';
import { rateMetric, ratePath, rateSource, useRates } from '../rates/useRates.ts';
import { rateWords } from '../rates/words.ts';
import { TopicsPanel } from '../topics/TopicsPanel.tsx';
import { TrendPanel } from '../trend/TrendPanel.tsx';
import '../rates/rates.css';

const none: RateRow[] = [];

function Controls() {
  const { state, meta, metricLabel, change } = useScreen();
  const words = useWords(rateWords);
  const recorded = useRecorded();
  const metrics = rateMetrics.filter((name) => recorded?.has(name) || name === state.metric);
  const groups = rateGroups.filter((by) => by === 'unit' || meta.areas.some(({ level }) => level === by));
  return (
    <>
      <Segmented
        label={words.by}
        options={groups.map((name) => ({ name, label: words.groups[name] }))}
        chosen={state.rates.by}
        onChoose={(by) => change({ rates: { by } })}
      />
      <label className="select">
        <span className="hidden">{words.metric}</span>
        <select
          value={state.metric}
          onChange={({ target }) =>
            change({ metric: rateMetrics.find((name) => name === target.value) ?? 'resolution_rate' })
          }
        >
          {metrics.map((name) => (
            <option key={name} value={name}>
              {metricLabel(name)}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}

function Funnel({ answer, rows, chosen, onChoose }: Shown) {
  const { language } = useScreen();
  const words = useWords(rateWords);
  const judged = useMemo(() => rows.filter(({ level }) => level !== null), [rows]);
  const small = rows.length - judged.length;
  return (
    <>
      <RateLegend rows={judged} />
      <FunnelChart answer={answer} rows={judged} chosen={chosen} onChoose={onChoose} />
      {small > 0 && (
        <p className="note">{words.notDrawn(exact(small, language), exact(answer.meta.fewest, language))}</p>
      )}
      <Said answer={answer} rows={rows.filter(({ code }) => chosen.includes(code))} />
    </>
  );
}

interface Shown {
  answer: Rates;
  rows: readonly RateRow[];
  chosen: readonly string[];
  onChoose: (code: string, together?: boolean) => void;
}

function ListControls() {
  const { state, change } = useScreen();
  const words = useWords(rateWords);
  return (
    <>
      <Segmented
        label={words.list}
        options={rateLists.map((name) => ({ name, label: words.lists[name] }))}
        chosen={state.rates.list}
        onChoose={(list) => change({ rates: { list } })}
      />
      <span className="hint">{words.rankingHint}</span>
    </>
  );
}

function useTold(answer: Rates | undefined): string {
  const screen = useScreen();
  const words = useWords(rateWords);
  const { language, metricLabel, days } = screen;
  const spread = answer?.dispersion?.spread;
  return [
    metricLabel(rateMetric(screen)),
    chosenPlace(screen),
    periodLabel(answer?.meta.period ?? days, language),
    answer && words.against[answer.meta.expected],
    spread !== undefined && (spread > 0 ? words.spread(changeSize(100 * spread, language)) : words.noSpread),
  ]
    .filter(Boolean)
    .join(' · ');
}

/**
 * A city that records no outcome of any order: what can be told of its units is how long they take, or only
 * what they were called for.
 */
function WithoutRates({ hasTimes }: { hasTimes: boolean }) {
  const words = useWords(rateWords);
  return (
    <>
      <p className="note page-note">{hasTimes ? words.nothing : words.nothingAtAll}</p>
      <div className="grid units-page times-only">
        <CategoryPanel dimension="unit" />
        <TrendPanel />
        <TopicsPanel />
      </div>
    </>
  );
}

function Panels({ unrecorded }: { unrecorded: MetricName | null }) {
  const screen = useScreen();
  const words = useWords(rateWords);
  const { state, language, toggle } = screen;
  const { by, list } = state.rates;
  const view = useRates();
  const { answer } = view;
  const rows = useMemo(() => (answer ? rateRows(answer) : none), [answer]);
  const chosen = useMemo(() => [...valuesAt(state.where, by)], [state.where, by]);
  const choose = (code: string, together = false) =>
    toggle(ratePath(screen, code), rateSource(screen), together);
  const listed = listedRows(rows, list);
  const groups = words.plural[by];
  const insteadOf =
    unrecorded && words.instead(screen.metricLabel(rateMetric(screen)), screen.metricLabel(unrecorded));
  const told = [insteadOf, useTold(answer)].filter(Boolean).join(' ');
  const table = (shown: Rates) => ratesTable(shown, words, screen);
  return (
    <div className="grid units-page">
      <JudgementPanel
        name="funnel"
        view={view}
        title={answer && !answer.notice ? ratesFinding(answer, by, words, language) : words.ranking(groups)}
        subtitle={told}
        controls={<Controls />}
        table={table}
      >
        {(shown) => <Funnel answer={shown} rows={rows} chosen={chosen} onChoose={choose} />}
      </JudgementPanel>
      <JudgementPanel
        name="ranks"
        view={view}
        title={words.ranking(groups)}
        subtitle={told}
        controls={<ListControls />}
        table={table}
      >
        {(shown) => (
          <RateList
            answer={shown}
            rows={listed.rows}
            {...(listed.chanceFrom !== null &&
              list !== 'all' && {
                chance: {
                  from: listed.chanceFrom,
                  note: words[listed.chanceFrom === 0 ? 'nobody' : 'unclearListed'][list],
                },
              })}
            chosen={chosen}
            onChoose={choose}
          />
        )}
      </JudgementPanel>
      <TrendPanel />
      <TopicsPanel />
    </div>
  );
}

/**
 * Who truly resolves less than others, and who only looks so for being small; what is chosen is followed
 * below.
 */
export function UnitsPage() {
  const screen = useScreen();
  const recorded = useRecorded();
  const metric = rateMetric(screen, recorded);
  const own = useMemo(() => ({ ...screen, state: { ...screen.state, metric } }), [screen, metric]);
  const hasTimes = recorded?.has('median_hours_to_close') ?? false;
  const plain = hasTimes ? 'median_hours_to_close' : 'appeals';
  const times = useMemo(
    (): typeof screen => ({ ...screen, state: { ...screen.state, metric: plain } }),
    [screen, plain],
  );
  if (recorded && !rateMetrics.some((name) => recorded.has(name)))
    return (
      <ScreenContext value={times}>
        <WithoutRates hasTimes={hasTimes} />
      </ScreenContext>
    );
  const wanted = rateMetrics.find((name) => name === screen.state.metric);
  return (
    <ScreenContext value={own}>
      <Panels unrecorded={wanted !== undefined && wanted !== metric ? wanted : null} />
    </ScreenContext>
  );
}
