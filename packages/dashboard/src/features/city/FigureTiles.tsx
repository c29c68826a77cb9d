import { type Answer, type Change, metricOf } from '@hotline-atlas/model';
import { bucketLabel, bucketTick } from '@hotline-atlas/ui/format/dates.ts';
import { changeSize, compact, exact, percent } from '@hotline-atlas/ui/format/numbers.ts';
import { FailedNote, FailedPanel } from '@hotline-atlas/ui/kit/Failure.tsx';
import { isOld, isUnderway, stateOf, Waiting } from '@hotline-atlas/ui/kit/Waiting.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { Fragment, useEffect } from 'react';
import { useRequest } from '../../questions/useRequest.ts';
import { useScreen } from '../../screen/screen.ts';
import { Mark, MarkToCome } from '../change/Mark.tsx';
import { useCity } from './CityContext.ts';
import { Course } from './Course.tsx';
import { OverdueTile } from './OverdueTile.tsx';
import { changeAddress, courseAddress, figuresAddress } from './questions.ts';
import { Ripeness } from './Ripeness.tsx';
import { rateScale, type Scale, scaleFromZero, type Tile, tilesOf } from './tiles.ts';
import { cityWords } from './words.ts';

/** A change with its sign: shares in points, counts in per cent. */
function Amount({ amount, isShare }: { amount: number; isShare: boolean }) {
  const { language } = useScreen();
  const words = useWords(cityWords);
  const size = changeSize(Math.abs(amount) * 100, language);
  const isSame = Math.round(Math.abs(amount) * 1000) === 0;
  return (
    <>
      <b>
        {isSame ? '±' : amount > 0 ? '+' : '\u2212'}
        {size}
        {isShare ? '' : '%'}
      </b>
      {isShare && words.points}
    </>
  );
}

/** One comparison: by how much, whether that is beyond chance, and with what. */
function Compared({ tile, compare }: { tile: Tile; compare: 'previous' | 'year' }) {
  const { language } = useScreen();
  const words = useWords(cityWords);
  const { month, before, yearBefore } = useCity();
  const asked = compare === 'previous' ? before : yearBefore;
  const { metric } = tile;
  const address = asked ? changeAddress({ metric, compare }, month.period) : '';
  const { answer, stale } = useRequest<Change>(address);
  if (!asked) return null;
  const whole = stale ? null : (answer?.whole ?? null);
  const compared = (stale ? null : answer?.meta.compared_period) ?? asked;
  const days = stale ? 0 : (answer?.meta.covered.paired?.days ?? 0);
  const base = metric === 'appeals' && whole?.before && days > 0 ? whole.before / days : null;
  const amount = whole && (metricOf(metric).unit === 'share' ? whole.change : whole.change_share);
  const named =
    compare === 'year'
      ? words.onYear(bucketLabel(compared.from, 'month', language))
      : words.on(bucketTick(compared.from, 'month', language));
  const told = base === null ? named : words.onBase(named, exact(base, language, base < 100 ? 1 : 0));
  if (answer && !stale && (amount === null || whole?.mark === 'too_few'))
    return (
      <span className="city-compared">
        {words.tooFew} <span className="on">{told}</span>
      </span>
    );
  return (
    <span className={`city-compared ${whole ? `is-${whole.mark}` : ''}`}>
      {amount !== null && <Amount amount={amount} isShare={metricOf(metric).unit === 'share'} />}{' '}
      {whole ? <Mark mark={whole.mark} /> : <MarkToCome />} <span className="on">{told}</span>
    </span>
  );
}

/** A rate that is not final: how far it is, and the newest month that is. */
function NotFinal({ tile }: { tile: Tile }) {
  const { language } = useScreen();
  const words = useWords(cityWords);
  const settled = tile.course.findLast(({ value, provisional }) => value !== null && !provisional);
  return (
    <>
      <Ripeness standing={tile.ripeness} short />
      {settled && settled.value !== null && (
        <span className="city-compared">
          {words.finalMonth(bucketTick(settled.month, 'month', language), percent(settled.value, language))}
        </span>
      )}
    </>
  );
}

/** What a figure rests on: appeals and days, or the interval of a share. */
function Basis({ tile }: { tile: Tile }) {
  const { language } = useScreen();
  const words = useWords(cityWords);
  const { numerator, denominator, interval, tooFew } = tile;
  const number = (value: number | null) => (value === null ? '–' : exact(value, language));
  if (metricOf(tile.metric).unit !== 'share')
    return <span className="city-basis">{words.inDays(number(numerator), number(denominator))}</span>;
  if (!interval) return <span className="city-basis">{words.noCases}</span>;
  const bound = (value: number) => changeSize(value * 100, language);
  return (
    <span className="city-basis" title={words.ofCases(number(numerator), number(denominator))}>
      {tooFew ? words.tooFew : words.interval(bound(interval.lower), bound(interval.upper))}
    </span>
  );
}

function TileOf({ tile, scale }: { tile: Tile; scale: Scale }) {
  const { language, metricLabel } = useScreen();
  const words = useWords(cityWords);
  const { before, yearBefore } = useCity();
  const isShare = metricOf(tile.metric).unit === 'share';
  const label = words.labels[tile.metric] ?? metricLabel(tile.metric);
  const isOpen = tile.ripeness?.state === 'provisional';
  const end = (value: number) => (isShare ? exact(value * 100, language, 1) : compact(value, language));
  const { value } = tile;
  return (
    <li className={`city-tile ${tile.tooFew ? 'few' : ''}`} data-testid={`city-${tile.metric}`}>
      <span className="city-tile-label">
        {label}
        {isShare && tile.denominator !== null && (
          <small>{words.cases(exact(tile.denominator, language))}</small>
        )}
      </span>
      <span className={`city-tile-value ${isOpen ? 'provisional' : ''}`}>
        {value === null
          ? '–'
          : isShare
            ? changeSize(value * 100, language)
            : exact(value, language, value < 100 ? 1 : 0)}
        {value !== null && isShare && <small>%</small>}
      </span>
      <Course
        points={tile.course}
        scale={scale}
        ends={{ low: end(scale.low), high: end(scale.high) }}
        label={words.courseOf(label, tile.course.length)}
      />
      {isOpen ? (
        <NotFinal tile={tile} />
      ) : (
        <>
          <Compared tile={tile} compare="previous" />
          <Compared tile={tile} compare="year" />
          {tile.metric === 'appeals' && (before ?? yearBefore) && (
            <span className="city-basis">{words.bases}</span>
          )}
        </>
      )}
      <Basis tile={tile} />
    </li>
  );
}

const isRate = ({ metric }: Tile) => metric !== 'excluded_share' && metricOf(metric).unit === 'share';

/** Six figures of the month: each with how sure it is, how it moved, and thirteen months of it. */
export function FigureTiles({ onDrawn }: { onDrawn?: () => void }) {
  const screen = useScreen();
  const { language } = screen;
  const words = useWords(cityWords);
  const { month, course: months } = useCity();
  const figures = useRequest<Answer>(figuresAddress(month.period));
  const course = useRequest<Answer>(courseAddress(months));
  const shown = figures.answer && course.answer ? { figures: figures.answer, course: course.answer } : null;
  const isShown = shown !== null;
  useEffect(() => {
    if (isShown) onDrawn?.();
  }, [isShown, onDrawn]);
  const { tiles, unrecorded } = shown ? tilesOf(shown.figures, shown.course) : { tiles: [], unrecorded: [] };
  const rates = rateScale(tiles.filter(isRate));
  return (
    <section
      className="city-figures"
      aria-label={words.figures}
      aria-busy={[figures, course].some(isUnderway)}
      data-testid="city-figures"
      data-state={stateOf(figures, [course])}
    >
      {!shown && (figures.error || course.error) ? (
        <FailedPanel view={figures.error ? figures : course} />
      ) : shown && figures.error ? (
        <FailedNote view={figures} />
      ) : (
        <Waiting view={figures} shown={isShown} />
      )}
      {shown && figures.answer && figures.answer.meta.period.from !== month.period.from && (
        <p className="hint">{bucketLabel(figures.answer.meta.period.from, 'month', language)}</p>
      )}
      <ul className={isOld(figures) ? 'stale' : ''}>
        {tiles.map((tile) => (
          <Fragment key={tile.metric}>
            <TileOf tile={tile} scale={isRate(tile) ? rates : scaleFromZero(tile)} />
            {tile.metric === 'on_time_rate' && <OverdueTile />}
          </Fragment>
        ))}
        {!shown && [0, 1, 2, 3, 4, 5].map((at) => <li key={at} className="city-tile skeleton" />)}
      </ul>
      {unrecorded.length > 0 && (
        <p className="hint">
          {words.unrecorded(unrecorded.map((metric) => screen.metricLabel(metric)).join(words.comma))}
        </p>
      )}
    </section>
  );
}
