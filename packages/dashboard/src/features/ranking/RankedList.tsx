import { type ChangeMark, type DimensionName, type MetricName, metricOf } from '@hotline-atlas/model';
import { changeFrom } from '@hotline-atlas/ui/answer/change.ts';
import { columnScale, type Ranked, type Scale } from '@hotline-atlas/ui/answer/ranking.ts';
import { continued, labelled } from '@hotline-atlas/ui/format/joined.ts';
import { exact, formatExact, formatValue } from '@hotline-atlas/ui/format/numbers.ts';
import { isPressed, isTogether } from '@hotline-atlas/ui/kit/press.ts';
import { ToldRows } from '@hotline-atlas/ui/kit/ToldRows.tsx';
import { type MouseEvent, useState } from 'react';
import type { Source } from '../../address/crossfilter.ts';
import type { Path } from '../../address/path.ts';
import { useChosen } from '../../address/useChosen.ts';
import { RowLink } from '../../panel/ObjectLink.tsx';
import { type Screen, useScreen } from '../../screen/screen.ts';
import { Mark, toldBy } from '../change/Mark.tsx';
import type { Marks } from '../change/useChange.ts';
import { RowStar } from '../favourites/RowStar.tsx';
import './ranking.css';

export interface RankedRow extends Ranked {
  path: Path;
  /** What the judgement says of its change; null while it is not known. */
  mark: ChangeMark | null;
  children?: RankedRow[];
}

export interface RankedListProps {
  rows: readonly RankedRow[];
  metric: MetricName;
  source: Source;
  label: string;
  /** The figure of everything together, drawn as a line through the rows. */
  whole?: number | null;
  /** Rows shown before the rest is asked for. */
  most?: number;
  /** Whether what is behind a row may be opened; all may, unless it says otherwise. */
  isOpen?: ((code: string) => boolean) | undefined;
}

/** Where on its track a value lies, in per cent. */
const position = (value: number, scale: Scale) =>
  Math.max(0, Math.min(100, ((value - scale.low) / (scale.high - scale.low || 1)) * 100));

function Track({
  row,
  scale,
  isShare,
  whole,
}: {
  row: Ranked;
  scale: Scale;
  isShare: boolean;
  whole: number | null;
}) {
  const at = row.value === null || row.tooFew ? null : position(row.value, scale);
  const { interval } = row;
  return (
    <span className="track" aria-hidden="true">
      {whole !== null && isShare && (
        <i className="track-whole" style={{ left: `${position(whole, scale)}%` }} />
      )}
      {!isShare && at !== null && <i className="track-bar" style={{ width: `${at}%` }} />}
      {isShare && at !== null && interval && (
        <i
          className="track-interval"
          style={{
            left: `${position(interval.lower, scale)}%`,
            right: `${100 - position(interval.upper, scale)}%`,
          }}
        />
      )}
      {isShare && at !== null && <i className="track-dot" style={{ left: `${at}%` }} />}
      {row.before !== null && at !== null && (
        <i className="track-before" style={{ left: `${position(row.before, scale)}%` }} />
      )}
    </span>
  );
}

interface RowTexts {
  name: string;
  value: string;
  change: string;
  sentence: string;
}

function textsOf(row: RankedRow, metric: MetricName, screen: Screen): RowTexts {
  const { language, messages } = screen;
  const { unit } = metricOf(metric);
  const last = row.path.at(-1);
  const name = last ? screen.label(last.dimension, last.value) : row.code;
  const few = messages.panels.tooFew(exact(row.cases ?? 0, language));
  const value = row.tooFew ? few : row.value === null ? '–' : formatValue(row.value, unit, language);
  const change = row.tooFew || row.change === null ? null : changeFrom(row.change, unit, language);
  const parts = row.tooFew || row.value === null ? [value] : [formatExact(row.value, unit, language)];
  if (change) parts.push(change.signed);
  if (row.wholeBefore !== null)
    parts.push(messages.comparison.wholeBefore(formatExact(row.wholeBefore, unit, language)));
  if (row.numerator !== null && row.cases !== null)
    parts.push(messages.panels.of(exact(row.numerator, language), exact(row.cases, language)));
  if (row.interval && !row.tooFew)
    parts.push(
      labelled(
        '95%',
        `${formatValue(row.interval.lower, unit, language)}–${formatValue(row.interval.upper, unit, language)}`,
        language,
      ),
    );
  return {
    name,
    value,
    change: change ? change.signed : '',
    sentence: labelled(name, continued(parts, language), language),
  };
}

interface RowProps {
  row: RankedRow;
  depth: number;
  scale: Scale;
  list: RankedListProps;
}

/** What a row shows: name, bar, value, change. */
function RowCells({ row, scale, list, texts }: RowProps & { texts: RowTexts }) {
  return (
    <>
      <span className="row-name">{texts.name}</span>
      <Track
        row={row}
        scale={scale}
        isShare={metricOf(list.metric).unit === 'share'}
        whole={list.whole ?? null}
      />
      <span className="row-value">{texts.value}</span>
      <span className={`row-change ${toldBy(row.mark)}`}>
        {row.mark && texts.change && <Mark mark={row.mark} />} {texts.change}
      </span>
    </>
  );
}

function RankedItem(props: RowProps) {
  const { row, depth, list } = props;
  const screen = useScreen();
  const { state, toggle, prefetchToggle } = screen;
  const texts = textsOf(row, list.metric, screen);
  const chosen = useChosen(row.path, list.source);
  const dimension = row.path.at(-1)?.dimension;
  const hasChoice = state.where.some((clause) => dimension === clause.dimension);
  const select = (event: MouseEvent) => toggle(row.path, list.source, isTogether(event));
  const isOpen = list.isOpen?.(row.code) ?? true;
  const isOwn = list.isOpen !== undefined && isOpen && depth === 0;
  const looks = [
    'row',
    chosen && 'chosen',
    depth > 0 && 'below',
    hasChoice && !chosen && 'other',
    row.tooFew && 'few',
    isOwn && 'own',
  ];
  const shared = {
    className: looks.filter(Boolean).join(' '),
    style: { paddingLeft: 8 + depth * 16 },
    title: texts.sentence,
    'data-code': row.code,
  };
  if (!isOpen && depth === 0)
    return (
      <li>
        <div {...shared}>
          <RowCells {...props} texts={texts} />
        </div>
        <RowStar dimension={dimension} code={row.code} name={texts.name} />
        <RowLink dimension={dimension} code={row.code} />
      </li>
    );
  return (
    <li>
      <button
        {...shared}
        type="button"
        aria-pressed={chosen}
        onPointerDown={(event) =>
          isPressed(event) && prefetchToggle(row.path, list.source, isTogether(event))
        }
        onClick={select}
      >
        <RowCells {...props} texts={texts} />
      </button>
      <RowStar dimension={dimension} code={row.code} name={texts.name} />
      <RowLink dimension={dimension} code={row.code} />
      {row.children && row.children.length > 0 && (
        <Rows rows={row.children} depth={depth + 1} list={list} label={texts.name} />
      )}
    </li>
  );
}

/** Rows of all levels: they lie on one scale, with one line for everything together. */
const withBelow = (rows: readonly RankedRow[]): RankedRow[] =>
  rows.flatMap((row) => [row, ...withBelow(row.children ?? [])]);

function Rows(props: { rows: readonly RankedRow[]; depth: number; list: RankedListProps; label: string }) {
  const isShare = metricOf(props.list.metric).unit === 'share';
  const scale = columnScale(withBelow(props.list.rows), isShare);
  return (
    <ol className="rows" aria-label={props.label}>
      {props.rows.map((row) => (
        <RankedItem key={row.code} row={row} depth={props.depth} scale={scale} list={props.list} />
      ))}
    </ol>
  );
}

const sumOf = (rows: readonly RankedRow[]) => rows.reduce((sum, { value }) => sum + (value ?? 0), 0);

/** Values of a dimension from first to last, each a button that filters everything else. */
export function RankedList(props: RankedListProps) {
  const { messages, language } = useScreen();
  const [all, setAll] = useState(false);
  const most = props.most ?? 12;
  const isChosenHere = (row: RankedRow) => row.children !== undefined;
  const shown = all ? props.rows : props.rows.filter((row, at) => at < most || isChosenHere(row));
  const rest = props.rows.filter((row) => !shown.includes(row));
  const isCount = metricOf(props.metric).kind === 'sum';
  return (
    <ToldRows>
      <Rows rows={shown} depth={0} list={props} label={props.label} />
      {(rest.length > 0 || all) && props.rows.length > most && (
        <p className="rest">
          {rest.length > 0 && isCount && (
            <span>
              {messages.panels.rest(
                shown.length,
                props.rows.length,
                formatValue(sumOf(rest), 'count', language),
              )}
            </span>
          )}
          <button type="button" className="link" onClick={() => setAll(!all)}>
            {all ? messages.panels.showFewer : messages.panels.showAll(props.rows.length)}
          </button>
        </p>
      )}
    </ToldRows>
  );
}

/** The rows of one dimension under a path, as {@link RankedList} takes them. */
export const rowsUnder = (
  ranked: readonly Ranked[],
  dimension: DimensionName,
  above: Path,
  marks: Marks = new Map(),
): RankedRow[] =>
  ranked.map((each) => ({
    ...each,
    path: [...above, { dimension, value: each.code }],
    mark: marks.get(each.code) ?? null,
  }));
