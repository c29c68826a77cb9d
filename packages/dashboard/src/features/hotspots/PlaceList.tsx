import { type Hotspots, inLanguage } from '@hotline-atlas/model';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useMemo } from 'react';
import { expectation, probability, score, stepLabel } from '../../judgement/numbers.ts';
import { useScreen } from '../../screen/screen.ts';
import { patterned, standouts } from './course.ts';
import { binColor, classColor } from './paint.ts';
import { hotspotWords } from './words.ts';

const most = 25;

export interface PlaceListProps {
  answer: Hotspots;
  at: number;
  nameOf: (place: string) => string;
}

/** The places that stand out at a step, each a button: the same choice as on the map. */
export function PlaceList({ answer, at, nameOf }: PlaceListProps) {
  const { state, language, palette, change } = useScreen();
  const words = useWords(hotspotWords);
  const { meta, places } = answer;
  const { layer, only } = state.hotspots;
  const inPatterns = layer === 'classes';
  const listed = useMemo(
    () => (inPatterns ? patterned(answer, at, most, only) : standouts(answer, at, most)),
    [answer, at, inPatterns, only],
  );
  const significant = inPatterns ? listed.length > 0 : listed.some(({ bin }) => bin !== 0);
  const isLatest = at === meta.steps.length - 1;
  const choose = (place: string) => change({ hotspots: { place }, appeals: { cursor: '' } });
  const patternOf = (index: number) => {
    const found = answer.classes.find(({ code }) => code === places.class[index]);
    return found ? inLanguage(found.label, language) : '';
  };
  const colorOf = (index: number, bin: number) =>
    state.hotspots.layer === 'bins' ? binColor(bin, palette) : classColor(places.class[index] ?? 0, palette);
  return (
    <section className="place-list" aria-label={words.list}>
      <h2>{significant ? words.list : words.nearestList}</h2>
      <p className="subtitle">{stepLabel(meta.steps[at] ?? '', meta.step, language)}</p>
      {!significant && (
        <p className="note">{inPatterns ? words.none : `${words.listEmpty} ${words.nearest}`}</p>
      )}
      <ol className="place-rows">
        {listed.map(({ index, place, count, expected, z, bin }) => (
          <li key={place}>
            <button type="button" className="place-row" data-place={place} onClick={() => choose(place)}>
              <i style={{ background: colorOf(index, bin) }} aria-hidden="true" />
              <span className="place-name">{nameOf(place)}</span>
              <span className="place-figures">
                {words.cases.of(exact(count, language), expectation(expected, language))}
              </span>
              <span className="place-bin">
                {inPatterns ? patternOf(index) : words.bins[bin]} · {words.z(score(z, language))}
                {!inPatterns &&
                  expected !== null &&
                  (z ?? 0) * (count - expected) < 0 &&
                  ` · ${words.byNeighbours}`}
                {isLatest && ` · ${words.q(probability(places.q[index] ?? null, language))}`}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {listed.length === most && (
        <p className="note">
          {words.largest(exact(listed.length, language), exact(places.place.length, language))}
        </p>
      )}
    </section>
  );
}
