import { type Evaluation, type MovedRankTold, publishedStep } from '@hotline-atlas/model';
import { bucketLabel } from '@hotline-atlas/ui/format/dates.ts';
import { FailedNote } from '@hotline-atlas/ui/kit/Failure.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import type { CSSProperties } from 'react';
import { useScreen } from '../../screen/screen.ts';
import { useShownMonth } from './MonthContext.ts';
import { fixed } from './told.ts';
import { useMoved } from './useMonth.ts';
import { chosenWords } from './words-chosen.ts';

const partNames = ['rates', 'mix', 'exclusions', 'others'] as const;
type PartName = (typeof partNames)[number] | 'scheme' | 'corrected';

/** Places a cause moved the rank; other rules and corrections are left out where they moved nothing. */
const partsOf = (moved: MovedRankTold, meta: Evaluation['meta']): { name: PartName; places: number }[] => [
  ...partNames.map((name) => ({ name, places: moved.rank[name] })),
  ...(moved.rank.scheme === 0 ? [] : [{ name: publishedStep(moved, meta), places: moved.rank.scheme }]),
];

/** One cause: a bar to the left for places up the table, to the right for places down. */
function Part({ name, places, most }: { name: PartName; places: number; most: number }) {
  const { language } = useScreen();
  const words = useWords(chosenWords).moved;
  const size = fixed(Math.abs(places), 1, language);
  const told = Math.abs(places) < 0.05 ? words.none : places < 0 ? words.up(size) : words.down(size);
  const wide = (Math.abs(places) / (most || 1)) * 50;
  const style = {
    '--from': `${places < 0 ? 50 - wide : 50}%`,
    '--wide': `${wide}%`,
  } as CSSProperties;
  return (
    <li>
      <span>{words.parts[name]}</span>
      <i className="moved-bar" style={style} aria-hidden="true" />
      <span className="number">{told}</span>
    </li>
  );
}

/** What moved the rank of a unit since the month before; its parts add up to the change. */
export function MovedRank({ code }: { code: string }) {
  const { language } = useScreen();
  const words = useWords(chosenWords).moved;
  const { answer } = useShownMonth();
  const view = useMoved(answer, code);
  if (view.error) return <FailedNote view={view} />;
  if (!view.answer || view.stale) return <div className="moved-rank waits" aria-busy="true" />;
  const { moved } = view.answer;
  if (!moved) return <p className="hint">{words.none_before}</p>;
  const { published, before, after } = moved.rank;
  const from = published ?? before;
  const parts = partsOf(moved, view.answer.meta);
  const most = Math.max(...parts.map(({ places }) => Math.abs(places)));
  return (
    <div className="moved-rank" data-testid="moved-rank">
      <h3>{from === after ? words.same(String(after)) : words.title(String(from), String(after))}</h3>
      <p className="subtitle">
        {bucketLabel(`${moved.month_before}-01`, 'month', language)} →{' '}
        {bucketLabel(`${answer.meta.month}-01`, 'month', language)} · {words.subtitle}
      </p>
      <ul>
        {parts.map((part) => (
          <Part key={part.name} {...part} most={most} />
        ))}
      </ul>
    </div>
  );
}
