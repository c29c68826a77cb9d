import {
  type Answer,
  type AppealRecord,
  encodeQuery,
  encodeSelection,
  type Page,
} from '@hotline-atlas/model';
import { dayLabel } from '@hotline-atlas/ui/format/dates.ts';
import { duration, exact } from '@hotline-atlas/ui/format/numbers.ts';
import { FailedPanel } from '@hotline-atlas/ui/kit/Failure.tsx';
import { Skeleton } from '@hotline-atlas/ui/kit/PanelBody.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { turnedTo } from '../../address/object.ts';
import { ObjectLink, StateLink, ValueLink } from '../../panel/ObjectLink.tsx';
import { useRequest } from '../../questions/useRequest.ts';
import { type Screen, useScreen } from '../../screen/screen.ts';
import { lifeNow } from '../appeals/life.ts';
import { allDays, clausesBesidePart, clausesOfPart, dueAtOf } from '../appeals/list.ts';
import { listWords } from '../appeals/listWords.ts';
import { matterOf } from '../appeals/matter.ts';
import { fieldText } from '../appeals/useAppeals.ts';
import { objectWords } from './words.ts';

const parts = ['open', 'overdue', 'due_today', 'due_soon', 'reopened'] as const;
type Part = (typeof parts)[number];

/** The list of orders of the object that are in a state, whenever they came. */
const listOf = ({ state }: Screen, part: Part) => ({
  ...turnedTo(state, { page: 'appeals', object: '' }, clausesOfPart(state.where, part)),
  period: '12months' as const,
});

const selectionOfOpen = (screen: Screen, part: Part | null) => ({
  where: part ? clausesOfPart(screen.state.where, part) : clausesBesidePart(screen.state.where),
  withoutRegimes: [],
  ...allDays(screen),
  ...dueAtOf(screen),
});

/** How many orders are open, overdue, due and reopened; each count leads to those orders. */
export function OrderCounts() {
  const words = useWords(objectWords);
  const screen = useScreen();
  const { language, meta } = screen;
  const { answer } = useRequest<Answer>(
    (asking) =>
      `query?${encodeQuery({ ...selectionOfOpen(asking, null), metrics: [...parts], by: [], order: [], resolution: 8 })}`,
  );
  const row = answer?.rows[0];
  return (
    <section className="order-counts" aria-label={words.orders} data-testid="order-counts">
      <h3>{words.orders}</h3>
      <p className="note">
        {meta.orders?.live ? words.ordersLive : words.ordersWhy(dayLabel(meta.lastDay ?? '', language))}
      </p>
      <ul>
        {parts.map((part) => {
          const value = row?.[part];
          return (
            <li key={part}>
              <StateLink to={listOf(screen, part)}>
                <b>{typeof value === 'number' ? exact(value, language) : '–'}</b>
                <span>{words.parts[part]}</span>
              </StateLink>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function WorkRow({ appeal }: { appeal: AppealRecord }) {
  const words = useWords(objectWords);
  const screen = useScreen();
  const { language, person } = screen;
  const { standing, late } = lifeNow(appeal, screen);
  const by = late === null ? '' : duration(Math.abs(late), language);
  const { contradicted } = useWords(listWords);
  const withoutTime = standing === 'contradicted' ? contradicted : words.noLimit;
  const text = person.scope?.texts ? fieldText(appeal, 'text') : '';
  const [subdistrict, district] = [fieldText(appeal, 'subdistrict'), fieldText(appeal, 'district')];
  return (
    <li className={standing}>
      <span className="work-due">
        {standing === 'overdue' ? <b>{words.late(by)}</b> : by ? words.left(by) : withoutTime}
      </span>
      <span className="work-matter">
        <ObjectLink to={{ page: 'appeal', object: fieldText(appeal, 'id') }}>
          {matterOf(appeal, screen) || fieldText(appeal, 'id')}
        </ObjectLink>
        {text && <span className="work-text">{text}</span>}
      </span>
      <span className="work-place">
        {subdistrict ? (
          <ValueLink dimension="subdistrict" code={subdistrict} />
        ) : (
          <ValueLink dimension="district" code={district} />
        )}
      </span>
    </li>
  );
}

/** Open orders shown. */
const most = 8;

/** The open orders, what is due first. */
export function WorkList({ of }: { of: 'topic' | 'unit' }) {
  const words = useWords(objectWords);
  const screen = useScreen();
  const view = useRequest<Page>((asking) => {
    const parameters = encodeSelection(selectionOfOpen(asking, 'open'));
    parameters.set('order', 'due');
    parameters.set('limit', String(most));
    return `appeals?${parameters}`;
  });
  const page = view.answer;
  return (
    <section className="work-list" aria-label={words.work[of]} data-testid="work-list">
      <h3>{words.work[of]}</h3>
      {view.error && !page && <FailedPanel view={view} />}
      {!page && !view.error && <Skeleton />}
      {page?.rows.length === 0 && <p className="note">{words.noWork}</p>}
      {page && page.rows.length > 0 && (
        <ol>
          {page.rows.map((appeal) => (
            <WorkRow key={fieldText(appeal, 'id')} appeal={appeal} />
          ))}
        </ol>
      )}
      {page && page.meta.total > most && (
        <StateLink to={listOf(screen, 'open')}>
          {words.allOpen} ({exact(page.meta.total, screen.language)})
        </StateLink>
      )}
    </section>
  );
}
