import { inLanguage } from '@hotline-atlas/model';
import { bucketLabel, dayLabel } from '@hotline-atlas/ui/format/dates.ts';
import { continued, labelled, sequenced } from '@hotline-atlas/ui/format/joined.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import type { ReactNode } from 'react';
import { useScreen } from '../../screen/screen.ts';
import { Mark } from '../change/Mark.tsx';
import { lifeWords } from '../evaluation/words-life.ts';
import { countText, pointsText, rankRange, rateText, signed } from './numbers.ts';
import { mostPoints, rankedIn, shortOf } from './unitRow.ts';
import type { UnitMonth } from './useUnitMonth.ts';
import { unitEvaluationWords } from './words.ts';

/** Rank and how sure it is, or why there is none. */
function Finding({ shown }: { shown: UnitMonth }) {
  const { language } = useScreen();
  const words = useWords(unitEvaluationWords);
  const { answer, at, row } = shown;
  if (row.rank === null) {
    const label = (name: string) => {
      const indicator = answer.indicators.find((each) => each.name === name);
      return indicator ? inLanguage(indicator.label, language) : name;
    };
    const why = shortOf(answer, at).map(({ name, asked, fewest }) =>
      asked === 0
        ? words.nobody(label(name))
        : words.short(label(name), exact(asked, language), exact(fewest, language)),
    );
    return (
      <>
        <p className="unit-finding">{words.notRanked}</p>
        <p className="unit-why">{sequenced(why, language)}</p>
      </>
    );
  }
  const of = exact(rankedIn(answer), language);
  const [first, last] = [row.rankFirst ?? row.rank, row.rankLast ?? row.rank];
  const how = first === last ? words.sure : words.couldBe(String(first), String(last));
  return (
    <p className="unit-finding" data-testid="unit-finding">
      <b>{words.ranks(String(row.rank), of)}</b>
      <span>{continued(['', how], language)}</span>
    </p>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Called({ shown: { answer, row } }: { shown: UnitMonth }) {
  const words = useWords(unitEvaluationWords);
  if (answer.meta.group.called_in === 0) return words.nobodyCalled;
  const said = row.calledIn ? words.calledIn : words.notCalled;
  return row.calledInSure ? said.sure : said.unsure;
}

/** Score, movement, class, whether it is called in, and by which rules. */
function Facts({ shown }: { shown: UnitMonth }) {
  const { language } = useScreen();
  const { states } = useWords(lifeWords);
  const words = useWords(unitEvaluationWords);
  const { answer, row } = shown;
  const { decimals, label, example } = answer.meta.scheme;
  const named = answer.classes.find(({ name }) => name === row.class);
  const isRanked = row.rank !== null;
  return (
    <dl className="unit-facts">
      {isRanked && (
        <Fact name={words.score}>
          <b>{pointsText(row.score, decimals)}</b>{' '}
          <small>
            {words.interval(pointsText(row.scoreLower, decimals), pointsText(row.scoreUpper, decimals))}
          </small>
        </Fact>
      )}
      {isRanked && row.change !== null && (
        <Fact name={words.change}>
          {signed(row.change, decimals)} <Mark mark={row.mark} />
        </Fact>
      )}
      {answer.classes.length > 0 && (
        <Fact name={words.class}>{named ? inLanguage(named.label, language) : words.noClass}</Fact>
      )}
      {isRanked && (
        <Fact name={words.called}>
          <Called shown={shown} />
        </Fact>
      )}
      {row.caseMixRank !== null && <Fact name={words.caseMix}>{row.caseMixRank}</Fact>}
      {row.weightsBest !== null && row.weightsWorst !== null && (
        <Fact name={words.weights}>{rankRange(row.weightsBest, row.weightsWorst)}</Fact>
      )}
      <Fact name={words.orders}>{countText(row.orders || row.appeals, language)}</Fact>
      <Fact name={words.state}>{states[answer.meta.state]}</Fact>
      <Fact name={words.scheme}>
        {inLanguage(label, language)}
        {example && <small> {words.example}</small>}
      </Fact>
    </dl>
  );
}

/** Each rate with numerator, denominator and interval; an unripe one is told so. */
function Rates({ shown: { answer, at } }: { shown: UnitMonth }) {
  const { language } = useScreen();
  const words = useWords(unitEvaluationWords);
  const { decimals } = answer.meta.scheme;
  return (
    <ul className="unit-rates" aria-label={words.rates}>
      {answer.indicators
        .filter(({ measured }) => measured)
        .map((indicator) => (
          <li key={indicator.name}>
            <span>{inLanguage(indicator.label, language)}</span>
            <b className={indicator.ripeness.state === 'provisional' ? 'provisional' : ''}>
              {rateText(indicator.rate[at] ?? null, language)}
            </b>
            <small>
              {words.interval(
                rateText(indicator.lower[at] ?? null, language),
                rateText(indicator.upper[at] ?? null, language),
              )}
            </small>
            <small>
              {words.of(
                exact(indicator.numerator[at] ?? 0, language),
                exact(indicator.denominator[at] ?? 0, language),
              )}
            </small>
            <small>
              {labelled(words.score, pointsText(indicator.points[at] ?? null, decimals), language)} /{' '}
              {exact(mostPoints(answer, indicator.name), language, decimals)}
            </small>
          </li>
        ))}
    </ul>
  );
}

/** Whether the figures will still move, or are frozen, and what today's data would say. */
function Standing({ shown: { answer, row } }: { shown: UnitMonth }) {
  const { language } = useScreen();
  const words = useWords(unitEvaluationWords);
  const { provisional, frozen, scheme } = answer.meta;
  const ripe = answer.indicators.flatMap(({ ripeness }) => ripeness.ripe_from ?? []).sort();
  const last = ripe.at(-1);
  const since = answer.since_final?.units.find(({ unit }) => unit === row.code);
  const before = answer.month_before?.units?.find(({ unit }) => unit === row.code)?.score;
  const text = (value: number | null, decimals: number) => pointsText(value, decimals);
  return (
    <>
      {provisional && (
        <p className="unit-provisional">
          {last ? words.provisionalTill(dayLabel(last, language)) : words.provisional}
        </p>
      )}
      {frozen && <p className="unit-provisional">{words.frozen}</p>}
      {since && (
        <p className="unit-provisional" data-testid="unit-since-final">
          {words.sinceFinal(
            text(since.rank.frozen, 0),
            text(since.rank.current, 0),
            text(since.score.frozen, scheme.decimals),
            text(since.score.current, scheme.decimals),
          )}
        </p>
      )}
      {before && (
        <p className="unit-provisional" data-testid="unit-corrected-before">
          {words.correctedBefore(text(before.frozen, scheme.decimals), text(before.current, scheme.decimals))}
        </p>
      )}
    </>
  );
}

/** Where the unit stands in the month, and how sure that is. */
export function UnitHead({ shown }: { shown: UnitMonth }) {
  const { language } = useScreen();
  const { answer, name } = shown;
  return (
    <header className="unit-head" data-testid="unit-head">
      <p className="print-only">
        {name} · {inLanguage(answer.meta.group.label, language)} ·{' '}
        {bucketLabel(`${shown.month}-01`, 'month', language)}
      </p>
      <Finding shown={shown} />
      <Standing shown={shown} />
      <Facts shown={shown} />
      <Rates shown={shown} />
    </header>
  );
}
