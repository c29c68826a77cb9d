import { inLanguage, standardValues } from '@hotline-atlas/model';
import { numberIn } from '@hotline-atlas/ui/answer/row.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { Legend, type WholeFigure } from '@hotline-atlas/ui/map/Legend.tsx';
import type { Shading } from '@hotline-atlas/ui/map/shading.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { NotLocated } from '../../panel/NotLocated.tsx';
import { useAnswer } from '../../questions/useRequest.ts';
import { useScreen } from '../../screen/screen.ts';
import { kindColor, kindsOnMap } from './pointLayer.ts';
import { mapWords } from './words.ts';

export interface MapNotesProps {
  shading: Shading | null;
  symbols: boolean;
  largest: number;
  /** All that is drawn, with and without a figure. */
  codes: readonly string[];
  resolution: number | null;
  points: { shown: number; more: boolean } | null;
  limited: boolean;
  /** Whether the legend stands beside what is shown; else it is closed at first. */
  isRoomy: boolean;
  /** The figure of all areas together, for a tick among theirs; null where there is none. */
  whole: WholeFigure | null;
  /** What the figures are, where the name of the metric does not say it. */
  title: string | undefined;
}

function PointKey({ points }: { points: { shown: number; more: boolean } }) {
  const words = useWords(mapWords);
  const { language, palette } = useScreen();
  const shown = exact(points.shown, language);
  return (
    <>
      <strong>{points.more ? words.pointsLimited(shown) : words.points(shown)}</strong>
      <ul className="classes kinds">
        {kindsOnMap.map((kind) => {
          const label = standardValues.kind[kind as keyof typeof standardValues.kind];
          return (
            <li key={kind}>
              <i className="dot" style={{ background: kindColor(kind, palette) }} />
              {inLanguage(label, language)}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** What the map shows, how it is cut, and what it cannot show. */
export function MapNotes(props: MapNotesProps) {
  const words = useWords(mapWords);
  const { messages, language, person } = useScreen();
  const finest = person.scope?.place;
  const { shading, points } = props;
  const missing = useAnswer({ metrics: ['not_located'], comparison: 'none' }, null).answer?.rows[0];
  return (
    <div className="map-notes">
      <details open={props.isRoomy}>
        <summary>{messages.panels.legend}</summary>
        {shading && (
          <Legend
            shading={shading}
            symbols={props.symbols}
            largest={props.largest}
            codes={props.codes}
            whole={props.whole}
            title={props.title}
          />
        )}
        <div className="legend">
          {points ? (
            <PointKey points={points} />
          ) : (
            <span>{typeof finest === 'number' ? words.noPoints(finest) : words.closer}</span>
          )}
          {props.resolution !== null && <span>{words.resolution(props.resolution)}</span>}
          {props.limited && (
            <span>{messages.panels.limited(exact(shading?.values.length ?? 0, language))}</span>
          )}
        </div>
      </details>
      <div className="legend">
        <NotLocated count={numberIn(missing, 'not_located')} />
      </div>
    </div>
  );
}
