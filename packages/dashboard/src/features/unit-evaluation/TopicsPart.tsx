import { inLanguage, type UnitEvaluation } from '@hotline-atlas/model';
import { listed } from '@hotline-atlas/ui/format/joined.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { type ReactNode, useState } from 'react';
import { StateLink } from '../../panel/ObjectLink.tsx';
import { ScrollBox } from '../../panel/ScrollBox.tsx';
import { useScreen } from '../../screen/screen.ts';
import { Mark } from '../change/Mark.tsx';
import { countText, signed } from './numbers.ts';
import { ordersOf } from './ordersOf.ts';
import { Part } from './Part.tsx';
import { restOf, type TopicRow, topicRows, unevenIn } from './topicRows.ts';
import { depthWords } from './words-depth.ts';

const few = 8;

/** An expectation of next to nothing says nothing beside nothing. */
const isSaid = (missed: number, expected: number | null): expected is number =>
  expected !== null && (missed > 0 || expected >= 0.05);

interface RowProps {
  row: Omit<TopicRow, 'dimension' | 'code'>;
  decimals: number;
  children: ReactNode;
}

/** One topic: what missed and what was expected to, rate by rate, and the points it gave. */
function Row({ row, decimals, children }: RowProps) {
  const { language } = useScreen();
  const { topics: words } = useWords(depthWords);
  return (
    <tr>
      <th scope="row">{children}</th>
      <td className="number">{exact(row.orders, language)}</td>
      {row.rates.map(({ name, missed, of, expected, mark }) => (
        <td key={name} className="number">
          {of === 0 ? (
            '\u2013'
          ) : (
            <>
              <b>{exact(missed, language)}</b> / {exact(of, language)}{' '}
              <small>{isSaid(missed, expected) && words.expected(exact(expected, language, 1))}</small>{' '}
              {mark !== 'too_few' && <Mark mark={mark} />}
            </>
          )}
        </td>
      ))}
      <td className="number">
        <b>{row.points === null ? countText(null, language) : signed(row.points, decimals)}</b>
      </td>
    </tr>
  );
}

/** The name of a topic, which leads to its orders of the month. */
function TopicName({ depth, row }: { depth: UnitEvaluation; row: TopicRow }) {
  const { state, label } = useScreen();
  const { topics: words } = useWords(depthWords);
  if (row.code === '') return words.none;
  const to = ordersOf(state, depth, null, [{ dimension: row.dimension, exclude: false, values: [row.code] }]);
  const name = label(row.dimension, row.code);
  return to ? <StateLink to={to}>{name}</StateLink> : name;
}

function Head({ depth }: { depth: UnitEvaluation }) {
  const { language } = useScreen();
  const { topics: words } = useWords(depthWords);
  const [first] = topicRows(depth);
  const labels = new Map(depth.indicators.map(({ name, label }) => [name, inLanguage(label, language)]));
  return (
    <thead>
      <tr>
        <th scope="col">{words.topic}</th>
        <th scope="col" className="number">
          {words.orders}
        </th>
        {first?.rates.map(({ name }) => (
          <th key={name} scope="col" className="number">
            {words.missed(labels.get(name) ?? name)}
          </th>
        ))}
        <th scope="col" className="number">
          {words.points}
        </th>
      </tr>
    </thead>
  );
}

/** The topic that cost most, in words. */
function useTopicTitle() {
  const { label } = useScreen();
  const { topics: words } = useWords(depthWords);
  return ([first]: readonly TopicRow[], decimals: number): string => {
    if (!first) return words.title;
    if (first.pull >= 0) return words.noneCosts;
    const name = first.code === '' ? words.none : label(first.dimension, first.code);
    const said =
      first.points === null ? words.costsMost(name) : words.costs(name, signed(first.points, decimals));
    return first.rates.some(({ mark }) => mark === 'beyond_chance') ? said : words.perhapsChance(said);
  };
}

/** Which topics cost the points: those that cost most first, the rest as one row. */
export function TopicsPart({ depth }: { depth: UnitEvaluation }) {
  const { language } = useScreen();
  const { topics: words } = useWords(depthWords);
  const [all, setAll] = useState(false);
  const titleOf = useTopicTitle();
  const rows = topicRows(depth);
  const { decimals } = depth.meta.scheme;
  const own = rows.filter(({ orders }) => orders > 0);
  const shown = all ? own : own.slice(0, few);
  const others = rows.filter((row) => !shown.includes(row));
  const rest = restOf(others);
  const uneven = unevenIn(depth);
  const labels = new Map(depth.indicators.map(({ name, label }) => [name, inLanguage(label, language)]));
  return (
    <Part name="topics" title={titleOf(rows, decimals)} subtitle={words.subtitle}>
      {rows.length === 0 ? (
        <p className="unit-note">{words.empty}</p>
      ) : (
        <ScrollBox label={words.title}>
          <table>
            <caption className="hidden">{words.title}</caption>
            <Head depth={depth} />
            <tbody>
              {shown.map((row) => (
                <Row key={`${row.dimension} ${row.code}`} row={row} decimals={decimals}>
                  <TopicName depth={depth} row={row} />
                </Row>
              ))}
              {rest && (
                <Row row={rest} decimals={decimals}>
                  {words.rest(exact(others.length, language))}
                </Row>
              )}
            </tbody>
          </table>
        </ScrollBox>
      )}
      {own.length > few && (
        <button type="button" className="link screen-only" onClick={() => setAll(!all)}>
          {all ? words.fewer : words.all}
        </button>
      )}
      {uneven.length > 0 && (
        <p className="unit-note">
          {words.notEven(
            listed(
              uneven.map((name) => labels.get(name) ?? name),
              language,
            ),
          )}
        </p>
      )}
    </Part>
  );
}
