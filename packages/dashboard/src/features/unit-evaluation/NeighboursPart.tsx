import type { UnitEvaluation } from '@hotline-atlas/model';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import type { ReactNode } from 'react';
import { probability } from '../../judgement/numbers.ts';
import { ScrollBox } from '../../panel/ScrollBox.tsx';
import { useScreen } from '../../screen/screen.ts';
import { EvaluationLink } from './EvaluationLink.tsx';
import { pointsText, rateText, signed } from './numbers.ts';
import { Part } from './Part.tsx';
import { mostBeside } from './requests.ts';
import type { UnitMonth } from './useUnitMonth.ts';
import { depthWords } from './words-depth.ts';

type Other = UnitEvaluation['neighbours'][number] | UnitEvaluation['like'][number];

/** Whether two scores truly differ, and how that is known. */
function Apart({ other }: { other: Pick<Other, 'told_apart' | 'p'> }) {
  const { neighbours: words } = useWords(depthWords);
  const { language } = useScreen();
  if (other.told_apart === null) return words.untested;
  const p = probability(other.p, language);
  return other.told_apart ? <b>{words.yes(p)}</b> : words.no(p);
}

function Score({
  score,
  lower,
  upper,
  decimals,
}: Record<'score' | 'lower' | 'upper', number | null> & { decimals: number }) {
  if (score === null) return '\u2013';
  return (
    <>
      {pointsText(score, decimals)}{' '}
      <small>
        {pointsText(lower, decimals)}–{pointsText(upper, decimals)}
      </small>
    </>
  );
}

interface OtherRowProps {
  other: Other;
  shown: UnitMonth;
  children?: ReactNode;
}

/** Another unit: its rank and score, and whether it is told apart. */
function OtherRow({ other, shown, children }: OtherRowProps) {
  const { label } = useScreen();
  const { month, group, by, row } = shown;
  const { decimals } = shown.answer.meta.scheme;
  const off = other.score === null || row.score === null ? null : other.score - row.score;
  return (
    <tr>
      <td className="number">{other.rank ?? '\u2013'}</td>
      <th scope="row">
        <EvaluationLink code={other.unit} month={month} group={group}>
          {label(by, other.unit)}
        </EvaluationLink>
      </th>
      {children}
      <td className="number">
        <Score score={other.score} lower={other.score_lower} upper={other.score_upper} decimals={decimals} />
      </td>
      <td className="number">{off === null ? '\u2013' : signed(off, decimals)}</td>
      <td>
        <Apart other={other} />
      </td>
    </tr>
  );
}

/** The row of the unit of the page, among its neighbours. */
function OwnRow({ shown: { row, name, answer } }: { shown: UnitMonth }) {
  const { neighbours: words } = useWords(depthWords);
  const { decimals } = answer.meta.scheme;
  return (
    <tr className="own">
      <td className="number">{row.rank}</td>
      <th scope="row">
        <b>{name}</b>
      </th>
      <td className="number">
        <Score score={row.score} lower={row.scoreLower} upper={row.scoreUpper} decimals={decimals} />
      </td>
      <td className="number">{words.this}</td>
      <td />
    </tr>
  );
}

function Heads({ children }: { children?: ReactNode }) {
  const { neighbours: words } = useWords(depthWords);
  return (
    <thead>
      <tr>
        <th scope="col" className="number">
          {words.rank}
        </th>
        <th scope="col">{words.unit}</th>
        {children}
        <th scope="col" className="number">
          {words.score}
        </th>
        <th scope="col" className="number">
          {words.difference}
        </th>
        <th scope="col">{words.apart}</th>
      </tr>
    </thead>
  );
}

/** Sets some units beside the one of the page. */
function CompareButton({ units }: { units: readonly string[] }) {
  const { neighbours: words } = useWords(depthWords);
  const { change } = useScreen();
  if (units.length === 0) return null;
  const beside = units.slice(0, mostBeside).join(',');
  return (
    <button type="button" className="link screen-only" onClick={() => change({ evaluation: { beside } })}>
      {words.compare}
    </button>
  );
}

/** The two above and the two below, and whether they are told apart. */
export function NeighboursPart({ depth, shown }: { depth: UnitEvaluation; shown: UnitMonth }) {
  const { neighbours: words } = useWords(depthWords);
  const { neighbours } = depth;
  const own = neighbours.filter(({ place }) => place < 0).length;
  return (
    <Part
      name="neighbours"
      title={words.title}
      subtitle={words.subtitle}
      buttons={<CompareButton units={neighbours.map(({ unit }) => unit)} />}
    >
      {neighbours.length === 0 ? (
        <p className="unit-note">{words.none}</p>
      ) : (
        <ScrollBox label={words.title}>
          <table className="others">
            <caption className="hidden">{words.title}</caption>
            <Heads />
            <tbody>
              {neighbours.slice(0, own).map((other) => (
                <OtherRow key={other.unit} other={other} shown={shown} />
              ))}
              <OwnRow shown={shown} />
              {neighbours.slice(own).map((other) => (
                <OtherRow key={other.unit} other={other} shown={shown} />
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </Part>
  );
}

/** Units of like volume and mix, nearest first. */
export function LikeUnitsPart({ depth, shown }: { depth: UnitEvaluation; shown: UnitMonth }) {
  const { like: words } = useWords(depthWords);
  const { language } = useScreen();
  const { like } = depth;
  return (
    <Part
      name="like"
      title={words.title}
      subtitle={words.subtitle}
      buttons={<CompareButton units={like.map(({ unit }) => unit)} />}
    >
      {like.length === 0 ? (
        <p className="unit-note">{words.none}</p>
      ) : (
        <ScrollBox label={words.title}>
          <table className="others">
            <caption className="hidden">{words.title}</caption>
            <Heads>
              <th scope="col" className="number">
                {words.orders}
              </th>
              <th scope="col" className="number">
                {words.mix}
              </th>
            </Heads>
            <tbody>
              {like.map((other) => (
                <OtherRow key={other.unit} other={other} shown={shown}>
                  <td className="number">
                    {exact(other.orders, language)}{' '}
                    <small>{words.times(other.volume_ratio.toFixed(2))}</small>
                  </td>
                  <td className="number">{rateText(other.mix_difference, language)}</td>
                </OtherRow>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </Part>
  );
}
