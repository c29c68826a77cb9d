import { type Hotspots, inLanguage } from '@hotline-atlas/model';
import { continued } from '@hotline-atlas/ui/format/joined.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useLegendRoom } from '@hotline-atlas/ui/kit/useMediaQuery.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { probability } from '../../judgement/numbers.ts';
import { useScreen } from '../../screen/screen.ts';
import { binCounts } from './course.ts';
import { binColor, bins, classColor } from './paint.ts';
import { hotspotWords } from './words.ts';

function Bins({ answer, at }: { answer: Hotspots; at: number }) {
  const { palette, language } = useScreen();
  const words = useWords(hotspotWords);
  const counts = binCounts(answer, at);
  return (
    <>
      <ul className="classes">
        {bins.map((bin) => (
          <li key={bin}>
            <i style={{ background: binColor(bin, palette) }} />
            <span>{words.bins[bin]}</span>
            <span className="class-count">{exact(counts.get(bin) ?? 0, language)}</span>
          </li>
        ))}
      </ul>
      <span>{words.afterControl}</span>
    </>
  );
}

/** Patterns that occur; a click leaves only one in full colour. */
function Classes({ answer }: { answer: Hotspots }) {
  const { state, palette, language, change } = useScreen();
  const words = useWords(hotspotWords);
  const { only } = state.hotspots;
  return (
    <ul className="classes buttons">
      {answer.classes
        .filter(({ places }) => places > 0)
        .map(({ code, label, rule, places }) => (
          <li key={code}>
            <button
              type="button"
              aria-pressed={only === code}
              title={`${inLanguage(rule, language)} ${words.onlyClass}`}
              onClick={() => change({ hotspots: { only: only === code ? null : code } })}
            >
              <i style={{ background: classColor(code, palette) }} />
              <span>{inLanguage(label, language)}</span>
              <span className="class-count">{exact(places, language)}</span>
            </button>
          </li>
        ))}
    </ul>
  );
}

/** What the colours mean, how many places have each, and what the map cannot show. */
export function HotspotLegend({ answer, at }: { answer: Hotspots; at: number }) {
  const { state, messages, language } = useScreen();
  const words = useWords(hotspotWords);
  const isRoomy = useLegendRoom();
  const { study_area: area, global } = answer;
  return (
    <div className="map-notes">
      <details open={isRoomy}>
        <summary>{messages.panels.legend}</summary>
        <div className="legend">
          <span className="compared">{words.compared[answer.meta.expected]}</span>
          {state.hotspots.layer === 'bins' ? <Bins answer={answer} at={at} /> : <Classes answer={answer} />}
          <span title={inLanguage(area.bounded_by, language)}>
            {continued(
              [
                words.places(exact(area.places, language)),
                words.empty(exact(area.places - area.with_appeals, language)),
              ],
              language,
            )}
          </span>
          {global && (
            <span>{words.moran(exact(global.moran, language, 3), probability(global.p, language))}</span>
          )}
        </div>
      </details>
      <div className="legend">
        <span>{messages.panels.unlocated(exact(area.not_located, language))}</span>
      </div>
    </div>
  );
}
