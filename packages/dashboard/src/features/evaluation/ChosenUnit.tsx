import { inLanguage } from '@hotline-atlas/model';
import { IconButton } from '@hotline-atlas/ui/kit/IconButton.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useEffect, useRef, useState } from 'react';
import { turnedTo } from '../../address/object.ts';
import { changed } from '../../address/state.ts';
import { StateLink } from '../../panel/ObjectLink.tsx';
import { useScreen } from '../../screen/screen.ts';
import { OrdersLink } from '../area/links.tsx';
import { CourseLine } from './CourseLine.tsx';
import { useShownMonth } from './MonthContext.ts';
import { MovedRank } from './MovedRank.tsx';
import type { MonthRow } from './rows.ts';
import { counted, ranksTold } from './told.ts';
import { chosenWords } from './words-chosen.ts';

/** Ways on from the unit: its page, its orders of the month, the letter to it. */
function Ways({ code, mayRead }: { code: string; mayRead: boolean }) {
  const { state, language } = useScreen();
  const words = useWords(chosenWords).chosen;
  const { meta } = useShownMonth().answer;
  const { month, group } = meta;
  const letter = new URLSearchParams({ month, group: group.name, unit: code, language });
  return (
    <p className="evaluation-ways">
      <StateLink
        to={changed(turnedTo(state, { page: 'evaluation', object: code }), {
          evaluation: { month: meta.month, group: meta.group.name },
        })}
      >
        {words.page}
      </StateLink>
      <OrdersLink where={[{ dimension: meta.group.by, exclude: false, values: [code] }]} days={meta.period}>
        {words.orders}
      </OrdersLink>
      {mayRead && (
        <a download href={`/api/evaluation/letter?${letter}`}>
          {words.letter}
        </a>
      )}
    </p>
  );
}

function Chosen({ row, isClick }: { row: MonthRow; isClick: boolean }) {
  const { language, person, change } = useScreen();
  const words = useWords(chosenWords).chosen;
  const { names, answer } = useShownMonth();
  const host = useRef<HTMLElement>(null);
  // On a phone the panel stands under the table: what was clicked comes into sight.
  useEffect(() => {
    if (row.code !== '' && isClick) host.current?.scrollIntoView({ block: 'nearest' });
  }, [row.code, isClick]);
  const name = names.unit(row.code);
  return (
    <section ref={host} className="evaluation-chosen" aria-label={name} data-testid="chosen-unit">
      <header>
        <h2>{name}</h2>
        <IconButton icon="close" label={words.close} onClick={() => change({ evaluation: { unit: '' } })} />
        <p className="subtitle">
          {row.rank === null ? words.tooFew : `${words.ranksAs} ${ranksTold(row)}`}
          {' · '}
          {inLanguage(answer.meta.group.label, language)}
          {row.upheld !== null && row.upheld > 0 && ` · ${words.upheld(counted(row.upheld, language))}`}
        </p>
      </header>
      <CourseLine code={row.code} />
      {row.details ? (
        row.rank !== null && <MovedRank code={row.code} />
      ) : (
        <p className="hint">{words.notYours}</p>
      )}
      <Ways code={row.code} mayRead={row.details && person.may.has('export')} />
    </section>
  );
}

/** What there is to know of the row that is chosen; how to choose one, where none is. */
export function ChosenUnit() {
  const { state } = useScreen();
  const words = useWords(chosenWords).chosen;
  const { rows } = useShownMonth();
  const { unit } = state.evaluation;
  const [opened] = useState(unit);
  const row = rows.find(({ code }) => code === unit);
  return row ? (
    <Chosen row={row} isClick={unit !== opened} />
  ) : (
    <p className="hint evaluation-hint screen-only">{words.hint}</p>
  );
}
