import {
  type Answer,
  type Change,
  type Clause,
  encodeClause,
  type FindingAsk,
  type Findings,
  inLanguage,
  metricOf,
} from '@hotline-atlas/model';
import { changeFrom } from '@hotline-atlas/ui/answer/change.ts';
import { bucketLabel, dayLabel, periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { changeSize, compact, exact } from '@hotline-atlas/ui/format/numbers.ts';
import { Dialog } from '@hotline-atlas/ui/kit/Dialog.tsx';
import { PanelBody } from '@hotline-atlas/ui/kit/PanelBody.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { clausesFrom } from '../../address/clauses.ts';
import { placeOfValue } from '../../address/object.ts';
import { useRequest } from '../../questions/useRequest.ts';
import { mayBe } from '../../screen/known-place.ts';
import { useScreen } from '../../screen/screen.ts';
import { Mark, MarkToCome } from '../change/Mark.tsx';
import { useCity } from './CityContext.ts';
import { Course } from './Course.tsx';
import { FindingFigures } from './HowFound.tsx';
import { OldestOrders } from './OldestOrders.tsx';
import { changeAddress, courseAddress, figuresAddress } from './questions.ts';
import { Ripeness } from './Ripeness.tsx';
import { useFindings } from './Sentences.tsx';
import { rateScale, type Scale, scaleFromZero, type Tile, tilesOf } from './tiles.ts';
import { cityWords } from './words.ts';
import { askWords } from './words-ask.ts';
import './brief.css';

/** How a figure moved on the month before; how far from final it is, where it is not. */
function Moved({ tile, where }: { tile: Tile; where: string }) {
  const { language } = useScreen();
  const words = useWords(cityWords);
  const { month, before } = useCity();
  const isOpen = tile.ripeness?.state === 'provisional';
  const asked = before && !isOpen ? ({ metric: tile.metric, compare: 'previous', where } as const) : null;
  const { answer } = useRequest<Change>(asked ? changeAddress(asked, month.period) : '');
  if (isOpen) return <Ripeness standing={tile.ripeness} short />;
  const whole = answer?.whole;
  if (!before || (answer && !whole)) return words.noBefore;
  if (!whole) return <MarkToCome />;
  const { unit } = metricOf(tile.metric);
  const amount = unit === 'share' ? whole.change : whole.change_share;
  return (
    <>
      {whole.mark === 'too_few' ? words.tooFew : amount !== null && changeFrom(amount, unit, language).signed}{' '}
      <Mark mark={whole.mark} />
    </>
  );
}

function FigureRow({ tile, scale, where }: { tile: Tile; scale: Scale; where: string }) {
  const { language, metricLabel } = useScreen();
  const words = useWords(cityWords);
  const isShare = metricOf(tile.metric).unit === 'share';
  const label = words.labels[tile.metric] ?? metricLabel(tile.metric);
  const end = (value: number) => (isShare ? exact(value * 100, language, 1) : compact(value, language));
  const { value, interval, numerator, denominator } = tile;
  const bound = (side: number) => changeSize(side * 100, language);
  const count = (of: number | null) => (of === null ? '–' : exact(of, language));
  return (
    <tr className={tile.tooFew ? 'few' : ''}>
      <th scope="row">{label}</th>
      <td className="number">
        {value === null ? '–' : isShare ? `${changeSize(value * 100, language)}%` : exact(value, language, 1)}
      </td>
      <td>{interval ? `${bound(interval.lower)}–${bound(interval.upper)}` : ''}</td>
      <td className="number">
        {isShare
          ? `${count(numerator)} / ${count(denominator)}`
          : words.inDays(count(numerator), count(denominator))}
      </td>
      <td>
        <Moved tile={tile} where={where} />
      </td>
      <td className="brief-course">
        <Course
          points={tile.course}
          scale={scale}
          ends={{ low: end(scale.low), high: end(scale.high) }}
          label={words.courseOf(label, tile.course.length)}
        />
      </td>
    </tr>
  );
}

const isRate = ({ metric }: Tile) => metric !== 'excluded_share' && metricOf(metric).unit === 'share';

/** The month of whom the brief is about, with thirteen months of each figure. */
function MonthFigures({ clause }: { clause: Clause }) {
  const { language } = useScreen();
  const words = useWords(askWords);
  const { columns, comparedOn } = useWords(cityWords);
  const { month, before, course: months } = useCity();
  const where = encodeClause(clause);
  const figures = useRequest<Answer>(figuresAddress(month.period, [clause]));
  const course = useRequest<Answer>(courseAddress(months, [clause]));
  return (
    <PanelBody view={figures.answer && !course.answer ? course : figures}>
      {() => {
        if (!figures.answer || !course.answer) return null;
        const { tiles } = tilesOf(figures.answer, course.answer);
        const rates = rateScale(tiles.filter(isRate));
        return (
          <table className="brief-table" aria-label={words.figures}>
            <thead>
              <tr>
                <th scope="col">{bucketLabel(month.period.from, 'month', language)}</th>
                <th scope="col" className="number">
                  {columns.value}
                </th>
                <th scope="col">95%</th>
                <th scope="col" className="number">
                  {columns.cases}
                </th>
                <th scope="col">{before ? comparedOn(bucketLabel(before.from, 'month', language)) : ''}</th>
                <th scope="col">{periodLabel(months, language)}</th>
              </tr>
            </thead>
            <tbody>
              {tiles.map((tile) => (
                <FigureRow
                  key={tile.metric}
                  tile={tile}
                  scale={isRate(tile) ? rates : scaleFromZero(tile)}
                  where={where}
                />
              ))}
            </tbody>
          </table>
        );
      }}
    </PanelBody>
  );
}

/** Why somebody is to be asked; of whom no finding tells, the plain question. */
function Question({ ask, name }: { ask: FindingAsk | undefined; name: string }) {
  const { language } = useScreen();
  const words = useWords(askWords);
  if (!ask)
    return (
      <div>
        <p className="brief-question">{words.question(name)}</p>
        <p className="note">{words.noFinding}</p>
      </div>
    );
  return (
    <div>
      <p className="brief-question">
        <Mark mark={ask.mark} /> {inLanguage(ask.reason, language)}
      </p>
      <p>
        {ask.topic && `${inLanguage(ask.topic.label, language)}${language === 'zh' ? '：' : ': '}`}
        {inLanguage(ask.detail, language)}
      </p>
      <FindingFigures figures={ask.figures} label={words.figures} />
    </div>
  );
}

/** How it was found, as of when, of which version, and where it stands. */
function Foot({ findings }: { findings: Findings | undefined }) {
  const { meta, language, messages } = useScreen();
  const words = useWords(askWords);
  return (
    <footer className="brief-foot">
      {findings && (
        <p>
          <b>{words.method}</b> {inLanguage(findings.method.summary, language)}{' '}
          {findings.method.caveats
            .map((text) => inLanguage(text, language))
            .join(language === 'zh' ? '' : ' ')}
        </p>
      )}
      <p>
        {meta.lastDay && words.foot(dayLabel(meta.lastDay, language), String(meta.asOf.version))}
        {meta.synthetic && ` · ${messages.syntheticLong}`}
      </p>
      <p className="brief-address">{window.location.href}</p>
    </footer>
  );
}

/** One page of A4 to put before somebody: question, figures, thirteen months, oldest open orders, method. */
export function Brief() {
  const screen = useScreen();
  const { state, language, label, change, meta } = screen;
  const words = useWords(askWords);
  const { month } = useCity();
  const { answer: findings } = useFindings();
  const [clause] = clausesFrom([state.city.ask]);
  const [code = ''] = clause?.values ?? [];
  if (state.city.ask === '') return null;
  const close = () => change({ city: { ask: '' } }, 'replace');
  const place = clause && placeOfValue(clause.dimension, code);
  if (!clause || !place || !mayBe(place, meta))
    return (
      <Dialog title={words.brief} className="brief" testId="city-brief" onClose={close}>
        <p>{words.noBrief(code || state.city.ask)}</p>
      </Dialog>
    );
  const ask = findings?.ask.find(({ about }) => about.dimension === clause.dimension && about.value === code);
  const name = ask ? inLanguage(ask.about.label, language) : label(clause.dimension, code);
  return (
    <Dialog title={words.briefTitle(name)} className="brief" testId="city-brief" onClose={close}>
      <p className="brief-head">
        <span>
          {inLanguage(meta.name, language)} · {inLanguage(meta.hotline, language)} ·{' '}
          {bucketLabel(month.period.from, 'month', language)}
        </span>
        <button type="button" className="button screen-only" data-first="true" onClick={() => window.print()}>
          {words.printBrief}
        </button>
      </p>
      <Question ask={ask} name={name} />
      <MonthFigures clause={clause} />
      <OldestOrders where={ask ? ask.where : [encodeClause(clause)]} />
      <Foot findings={findings} />
    </Dialog>
  );
}
