import { type Evaluation, inLanguage, type SchemeRules } from '@hotline-atlas/model';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { FailedPanel } from '@hotline-atlas/ui/kit/Failure.tsx';
import { Skeleton } from '@hotline-atlas/ui/kit/PanelBody.tsx';
import { stateOf, Waiting } from '@hotline-atlas/ui/kit/Waiting.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { ScrollBox } from '../../panel/ScrollBox.tsx';
import { useRequest } from '../../questions/useRequest.ts';
import { useScreen } from '../../screen/screen.ts';
import { RankingLink } from './RankingLink.tsx';
import { movesCounted, type RankMove, rankMoves } from './rankMoves.ts';
import { lastMonth } from './SchemeTimeline.tsx';
import { monthText } from './told.ts';
import { schemeWords } from './words.ts';

/** Units shown: those that move most. */
const most = 20;

interface SameMonthProps {
  /** The first month by the later scheme. */
  first: string;
  before: SchemeRules;
  after: SchemeRules;
}

/** The groups that both schemes rank. */
const commonGroups = ({ before, after }: SameMonthProps) =>
  after.groups.filter(({ name }) => before.groups.some((each) => each.name === name));

const addressOf = (month: string, group: string, scheme: string): string =>
  `evaluation?${new URLSearchParams({ month, group, scheme })}`;

const fixed = (value: number | null, decimals: number): string =>
  value === null ? '\u2013' : value.toFixed(decimals);

function MoveRow({
  move,
  group,
  month,
  schemes,
}: {
  move: RankMove;
  group: Evaluation['meta']['group'];
  month: string;
  schemes: [SchemeRules, SchemeRules];
}) {
  const { label, language } = useScreen();
  const { effect: words } = useWords(schemeWords);
  const places = exact(Math.abs(move.by ?? 0), language);
  const said =
    move.by === null
      ? '\u2013'
      : move.by === 0
        ? words.same
        : move.by < 0
          ? words.up(places)
          : words.down(places);
  return (
    <tr>
      <th scope="row">
        <RankingLink month={month} group={group.name} code={move.code}>
          {label(group.by, move.code)}
        </RankingLink>
      </th>
      <td className="number">{move.before ?? '\u2013'}</td>
      <td className="number">{move.after ?? '\u2013'}</td>
      <td className="number">{said}</td>
      <td className="number">{fixed(move.scoreBefore, schemes[0].decimals)}</td>
      <td className="number">{fixed(move.scoreAfter, schemes[1].decimals)}</td>
    </tr>
  );
}

function Moves({
  old,
  now,
  before,
  after,
}: {
  old: Evaluation;
  now: Evaluation;
  before: SchemeRules;
  after: SchemeRules;
}) {
  const { language } = useScreen();
  const { effect: words } = useWords(schemeWords);
  const moves = rankMoves(old, now);
  const { moved, stayed, gained, lost } = movesCounted(moves);
  const shown = moves.slice(0, most);
  const count = (value: number) => exact(value, language);
  const names = [before, after].map(({ label }) => inLanguage(label, language));
  return (
    <>
      <p>
        {words.moved(count(moved), count(stayed))}
        {gained > 0 && ` ${words.gained(count(gained))}`}
        {lost > 0 && ` ${words.lost(count(lost))}`}
        {moves.length > shown.length && ` ${words.some(count(shown.length), count(moves.length))}`}
      </p>
      <ScrollBox label={words.title(monthText(now.meta.month, language))}>
        <table data-testid="same-month">
          <caption className="hidden">{words.title(monthText(now.meta.month, language))}</caption>
          <thead>
            <tr>
              <th scope="col">{words.unit}</th>
              {names.map((name) => (
                <th key={name} scope="col" className="number">
                  {words.rank(name)}
                </th>
              ))}
              <th scope="col" className="number">
                {words.by}
              </th>
              {names.map((name) => (
                <th key={name} scope="col" className="number">
                  {words.score(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((move) => (
              <MoveRow
                key={move.code}
                move={move}
                group={now.meta.group}
                month={now.meta.month}
                schemes={[before, after]}
              />
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </>
  );
}

function Choice({
  groups,
  group,
  months,
  month,
}: {
  groups: SchemeRules['groups'];
  group: string;
  months: readonly string[];
  month: string;
}) {
  const { language, change } = useScreen();
  const { effect: words } = useWords(schemeWords);
  return (
    <div className="scheme-choice screen-only">
      <label className="select">
        <span>{words.month}</span>
        <select value={month} onChange={({ target }) => change({ evaluation: { month: target.value } })}>
          {months.map((each) => (
            <option key={each} value={each}>
              {monthText(each, language)}
            </option>
          ))}
        </select>
      </label>
      <label className="select">
        <span>{words.group}</span>
        <select value={group} onChange={({ target }) => change({ evaluation: { group: target.value } })}>
          {groups.map(({ name, label }) => (
            <option key={name} value={name}>
              {inLanguage(label, language)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

/** The month before the change and the one after it, else the one the address names, that have data. */
function monthsOf(first: string, asked: string, days: { from: string | null; to: string | null }): string[] {
  const months = [lastMonth(first), first, ...(asked === '' ? [] : [asked])];
  const isKnown = (month: string) =>
    days.from !== null && days.to !== null && month >= days.from.slice(0, 7) && month <= days.to.slice(0, 7);
  return [...new Set(months)].filter(isKnown).sort();
}

/** One month scored by both schemes: what differs is made by the rules alone. */
export function SameMonth(props: SameMonthProps) {
  const { effect: words } = useWords(schemeWords);
  const { state, meta, language } = useScreen();
  const { first, before, after } = props;
  const { month: asked, group: wanted } = state.evaluation;
  const groups = commonGroups(props);
  const months = monthsOf(first, asked, { from: meta.firstDay, to: meta.lastDay });
  const month = months.includes(asked) ? asked : (months.at(-1) ?? '');
  const group = (groups.find(({ name }) => name === wanted) ?? groups[0])?.name ?? '';
  const isAsked = month !== '' && group !== '';
  const old = useRequest<Evaluation>(isAsked ? addressOf(month, group, before.name) : '');
  const now = useRequest<Evaluation>(isAsked ? addressOf(month, group, after.name) : '');
  if (!isAsked) return null;
  const failed = [old, now].find(({ error, answer }) => error !== null && answer === undefined);
  return (
    <div className="scheme-effect" data-state={stateOf(now, [old])}>
      <h3>{words.title(monthText(month, language))}</h3>
      <p className="subtitle">{words.subtitle}</p>
      <Choice groups={groups} group={group} months={months} month={month} />
      {failed && <FailedPanel view={failed} />}
      {!failed && old.answer && now.answer && (
        <Moves old={old.answer} now={now.answer} before={before} after={after} />
      )}
      {!failed && !(old.answer && now.answer) && <Skeleton />}
      <Waiting view={now} shown={now.answer !== undefined} />
    </div>
  );
}
