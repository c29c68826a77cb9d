import type { Related } from '@hotline-atlas/model';
import { dayLabel } from '@hotline-atlas/ui/format/dates.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { FailedPanel } from '@hotline-atlas/ui/kit/Failure.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useState } from 'react';
import { ObjectLink } from '../../panel/ObjectLink.tsx';
import { useRequest } from '../../questions/useRequest.ts';
import { useScreen } from '../../screen/screen.ts';
import { lifeNow } from './life.ts';
import { matterOf } from './matter.ts';
import { fieldText } from './useAppeals.ts';
import { appealWords } from './words.ts';

const fewShown = 5;
/** As many as are told at once. */
const mostShown = 50;

type Part = NonNullable<Related['caller']>;

interface RelatedPartProps {
  title: string;
  part: Part | null;
  reason: Related['caller_reason'];
  /** What is said where there is no other. */
  none: string;
  /** Shows more of them; null where more are shown already. */
  onMore: (() => void) | null;
}

/** Other appeals that share one thing: how many, and the first of them with how they stand. */
function RelatedPart({ title, part, reason, none, onMore }: RelatedPartProps) {
  const words = useWords(appealWords);
  const screen = useScreen();
  const { language } = screen;
  return (
    <section className="related">
      <h3>{title}</h3>
      {part === null && <p className="note">{reason ? words.unrelated[reason] : none}</p>}
      {part && part.total === 0 && <p className="note">{none}</p>}
      {part && part.total > 0 && (
        <>
          <p className="subtitle">
            {words.relatedCount(part.total, exact(part.total, language), exact(part.same_topic, language))}
          </p>
          <ul>
            {part.rows.map((row) => {
              const { standing } = lifeNow(row, screen);
              return (
                <li key={fieldText(row, 'id')}>
                  <time>{dayLabel(fieldText(row, 'received'), language)}</time>{' '}
                  <ObjectLink to={{ page: 'appeal', object: fieldText(row, 'id') }}>
                    {matterOf(row, screen) || words.noTopic}
                  </ObjectLink>{' '}
                  <span className="related-state">{words.states[standing]}</span>
                </li>
              );
            })}
          </ul>
          {part.total > part.rows.length && (
            <p className="note">
              {words.here(exact(part.rows.length, language))}
              {onMore && (
                <>
                  {' '}
                  <button type="button" className="link" onClick={onMore}>
                    {words.showMore(exact(Math.min(part.total, mostShown), language))}
                  </button>
                </>
              )}
            </p>
          )}
        </>
      )}
    </section>
  );
}

/** What else the same caller said, and what else was said of the same place. */
export function RelatedAppeals({ id }: { id: string }) {
  const words = useWords(appealWords);
  const [limit, setLimit] = useState(fewShown);
  const view = useRequest<Related>(
    `appeals/${encodeURIComponent(id)}/related?${new URLSearchParams({ limit: String(limit) })}`,
  );
  const { answer } = view;
  if (!answer) return view.error ? <FailedPanel view={view} /> : null;
  const onMore = limit < mostShown ? () => setLimit(mostShown) : null;
  const place = answer.place?.known_by === 'cell' ? words.sameCell : words.samePlace;
  return (
    <div className="related-parts">
      <RelatedPart
        title={words.sameCaller}
        part={answer.caller}
        reason={answer.caller_reason}
        none={words.noOtherOfCaller}
        onMore={onMore}
      />
      <RelatedPart
        title={place}
        part={answer.place}
        reason={answer.place_reason}
        none={words.noOtherOfPlace}
        onMore={onMore}
      />
    </div>
  );
}
