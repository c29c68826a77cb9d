import { metricOf } from '@hotline-atlas/model';
import { bucketLabel, bucketTick } from '@hotline-atlas/ui/format/dates.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { PanelBody } from '@hotline-atlas/ui/kit/PanelBody.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useState } from 'react';
import { ValueLink } from '../../panel/ObjectLink.tsx';
import { useScreen } from '../../screen/screen.ts';
import { type StripOrder, stripMeasures } from './address.ts';
import { useCity } from './CityContext.ts';
import { Section } from './Section.tsx';
import { ChangeCell, LevelCell, type StripScales, scalesOf, VolumeCell } from './StripCells.tsx';
import { isTold, type StripRow, sortStrip } from './stripRows.ts';
import { type StripView, useStrip } from './useStrip.ts';
import { stripWords } from './words-strip.ts';

/** Rows that are shown before somebody asks for more. */
const mostRows = 18;

type Column = 'name' | 'volume' | 'level' | 'change';

interface HeadProps {
  column: Column;
  name: string;
  /** Both ends of the scale under it, and the middle. */
  ends?: readonly string[];
  span?: number;
}

/** The head of a column: its name, which sorts by it, and the ends of its scale. */
function Head({ column, name, ends, span = 1 }: HeadProps) {
  const { state, change } = useScreen();
  const words = useWords(stripWords);
  const { order } = state.city;
  const isUp = order === column;
  const isDown = order === `-${column}`;
  const next = (isUp ? `-${column}` : column) as StripOrder;
  return (
    <th
      scope="col"
      className={`head-${column} ${column === 'level' ? 'level' : ''}`}
      colSpan={span}
      aria-sort={isUp ? 'ascending' : isDown ? 'descending' : 'none'}
    >
      <button type="button" title={words.sortBy(name)} onClick={() => change({ city: { order: next } })}>
        {name}
        <span className="sorted" aria-hidden="true">
          {isUp ? ' ↑' : isDown ? ' ↓' : ''}
        </span>
      </button>
      {ends && (
        <span className="axis-ends" aria-hidden="true">
          {ends.map((end) => (
            <span key={end}>{end}</span>
          ))}
        </span>
      )}
    </th>
  );
}

function Row({ row, strip, scales }: { row: StripRow; strip: StripView; scales: StripScales }) {
  const isMarked = isTold(row.moved?.mark);
  return (
    <tr data-code={row.code} data-mark={row.moved?.mark} className={isMarked ? 'beyond' : ''}>
      <th scope="row">
        <ValueLink dimension="district" code={row.code} />
      </th>
      <VolumeCell row={row} scales={scales} />
      {strip.hasLevel && <LevelCell row={row} scales={scales} provisional={strip.levelProvisional} />}
      {strip.changeMonth && <ChangeCell row={row} scales={scales} measure={strip.measure} />}
    </tr>
  );
}

function Heads({ strip, scales }: { strip: StripView; scales: StripScales }) {
  const { language } = useScreen();
  const words = useWords(stripWords);
  const points = metricOf(strip.measure).unit === 'share';
  const percent = (value: number) => exact(value * 100, language, 1);
  const reach = percent(scales.reach);
  return (
    <tr>
      <Head column="name" name={words.district} />
      <Head
        column="volume"
        span={2}
        name={strip.hasResidents ? words.perResidents : words.appeals}
        ends={['0', exact(scales.volume, language, 1)]}
      />
      {strip.hasLevel && (
        <Head
          column="level"
          span={2}
          name={strip.levelProvisional ? words.levelSoFar : words.level}
          ends={[percent(scales.level.low), percent(scales.level.high)]}
        />
      )}
      {strip.changeMonth && (
        <Head
          column="change"
          span={3}
          name={words.change(words.measures[strip.measure], points)}
          ends={[`\u2212${reach}`, '0', `+${reach}`]}
        />
      )}
    </tr>
  );
}

/** What the strip finds, by the marks alone. */
function useFinding(strip: StripView): string {
  const { label, language } = useScreen();
  const words = useWords(stripWords);
  const measure = words.measures[strip.measure];
  if (!strip.judged) return strip.changeMonth ? words.notJudged(measure) : words.title;
  const names = strip.rows
    .filter(({ moved }) => isTold(moved?.mark))
    .map(({ code }) => label('district', code));
  if (names.length === 0) return words.none(measure);
  const isOpen = strip.rows.some(({ moved }) => moved?.mark === 'provisional');
  if (names.length === 1) return words.only(measure, names[0] ?? '', isOpen);
  if (names.length <= 3) return words.several(measure, names.join(language === 'zh' ? '、' : ', '), isOpen);
  return words.many(measure, exact(names.length, language), isOpen);
}

function MeasureChoice({ strip }: { strip: StripView }) {
  const { change } = useScreen();
  const words = useWords(stripWords);
  const offered = stripMeasures.filter((each) => strip.recorded.has(each));
  if (offered.length < 2) return null;
  return (
    <label className="select screen-only">
      <span>{words.measure}</span>
      <select
        value={strip.measure}
        onChange={(event) =>
          change({ city: { measure: offered.find((name) => name === event.target.value) ?? 'appeals' } })
        }
      >
        {offered.map((name) => (
          <option key={name} value={name}>
            {words.measures[name]}
          </option>
        ))}
      </select>
    </label>
  );
}

function Closing({ strip }: { strip: StripView }) {
  const { language } = useScreen();
  const words = useWords(stripWords);
  const number = (value: number) => exact(value, language);
  const told = [
    strip.unknown > 0 && words.unknown(number(strip.unknown)),
    strip.unlocated !== null && strip.unlocated > 0 && words.unlocated(number(strip.unlocated)),
    words.all(number(strip.all)),
  ];
  return <p className="city-closing">{told.filter(Boolean).join(' · ')}</p>;
}

/** The districts, ranked: volume, resolution and change, each with how sure it is; sorted by any of them. */
export function DistrictStrip({ rows: most = mostRows }: { rows?: number }) {
  const { state, label, language } = useScreen();
  const words = useWords(stripWords);
  const { month, before } = useCity();
  const strip = useStrip();
  const [showsAll, setShowsAll] = useState(false);
  const title = useFinding(strip);
  const sorted = sortStrip(strip.rows, state.city.order, (code) => label('district', code), language);
  const shown = showsAll ? sorted : sorted.slice(0, most);
  const scales = scalesOf(strip);
  const short = (day: string) => bucketTick(day, 'month', language);
  const { changeMonth } = strip;
  const isOther = changeMonth !== null && changeMonth.from !== month.period.from;
  // While another month loads, the rows in sight are of the month before it.
  const old = strip.answer && strip.answer.meta.period.from !== month.period.from && strip.answer.meta.period;
  const ofShown = [
    changeMonth &&
      strip.changeBefore &&
      words.subtitle(short(changeMonth.from), short(strip.changeBefore.from)),
    isOther && words.notFinal(bucketLabel(month.period.from, 'month', language)),
    words.lines,
  ];
  const subtitle = old ? [bucketLabel(old.from, 'month', language), words.lines] : ofShown;
  return (
    <Section
      name="districts"
      view={strip.view}
      besides={strip.besides}
      title={title}
      subtitle={before || changeMonth ? subtitle.filter(Boolean).join(language === 'zh' ? '；' : '; ') : ''}
      controls={<MeasureChoice strip={strip} />}
    >
      <PanelBody view={strip.view}>
        {() =>
          sorted.length === 0 ? (
            <p className="hint">{words.noDistricts}</p>
          ) : (
            <>
              <table className="city-table strip-table" aria-label={words.title}>
                <colgroup>
                  <col className="col-name" />
                  <col className="col-bar" />
                  <col className="col-number" />
                  {strip.hasLevel && (
                    <>
                      <col className="level" />
                      <col className="col-number level" />
                    </>
                  )}
                  {strip.changeMonth && (
                    <>
                      <col />
                      <col className="col-number" />
                      <col className="col-mark" />
                    </>
                  )}
                </colgroup>
                <thead>
                  <Heads strip={strip} scales={scales} />
                </thead>
                <tbody>
                  {shown.map((row) => (
                    <Row key={row.code} row={row} strip={strip} scales={scales} />
                  ))}
                </tbody>
              </table>
              {sorted.length > shown.length && (
                <button type="button" className="link" onClick={() => setShowsAll(true)}>
                  {words.more(exact(sorted.length - shown.length, language))}
                </button>
              )}
              <Closing strip={strip} />
              {!strip.hasLevel && <p className="hint">{words.noOutcomes}</p>}
            </>
          )
        }
      </PanelBody>
    </Section>
  );
}
