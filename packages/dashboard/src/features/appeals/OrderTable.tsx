import type { AppealRecord } from '@hotline-atlas/model';
import { momentLabel } from '@hotline-atlas/ui/format/dates.ts';
import { duration } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { changed } from '../../address/state.ts';
import { StateLink, ValueLink } from '../../panel/ObjectLink.tsx';
import { useScreen } from '../../screen/screen.ts';
import type { ListOrder } from './address.ts';
import { type Life, lifeNow } from './life.ts';
import { listOrder } from './list.ts';
import { listWords } from './listWords.ts';
import { matterOf } from './matter.ts';
import { type AppealPage, fieldText } from './useAppeals.ts';
import { appealWords } from './words.ts';

/** The due time in words: how late an order is, how long is left, or how it was closed. */
function DueCell({ life }: { life: Life }) {
  const words = useWords(listWords);
  const { language } = useScreen();
  const { standing, late } = life;
  const by = late === null ? '' : duration(Math.abs(late), language);
  if (standing === 'overdue') return <b>{words.late(by)}</b>;
  if (standing === 'due') return words.left(by);
  if (standing === 'late') return words.closedLate(by);
  if (standing === 'on_time') return <span className="faint">{words.onTime}</span>;
  if (standing === 'answered') return <span className="faint">{words.direct}</span>;
  if (standing === 'contradicted') return <span className="faint">{words.contradicted}</span>;
  return <span className="faint">{standing === 'no_limit' ? words.noLimit : '–'}</span>;
}

function OrderRow({ appeal }: { appeal: AppealRecord }) {
  const words = useWords(listWords);
  const { noText, noTopic } = useWords(appealWords);
  const screen = useScreen();
  const { state, language, person } = screen;
  const id = fieldText(appeal, 'id');
  const life = lifeNow(appeal, screen);
  const text = fieldText(appeal, 'text') || fieldText(appeal, 'address');
  const [unit, subdistrict, district] = [
    fieldText(appeal, 'unit'),
    fieldText(appeal, 'subdistrict'),
    fieldText(appeal, 'district'),
  ];
  const signs = [
    ...(fieldText(appeal, 'status') === 'reopened' ? [words.reopened] : []),
    ...(fieldText(appeal, 'excluded_reason') ? [words.excluded] : []),
  ];
  return (
    <tr data-testid="appeal">
      <td className={`order-due ${life.standing}`}>
        <DueCell life={life} />
        {signs.map((sign) => (
          <span key={sign} className="order-sign">
            {sign}
          </span>
        ))}
      </td>
      <td className="order-matter">
        <StateLink to={changed(state, { page: 'appeal', object: id, appeals: { listed: true, open: '' } })}>
          {matterOf(appeal, screen) || noTopic}
        </StateLink>
        {person.scope?.texts && <p className="order-line">{text || noText}</p>}
      </td>
      <td className="order-place">
        {subdistrict ? (
          <ValueLink dimension="subdistrict" code={subdistrict} />
        ) : (
          district && <ValueLink dimension="district" code={district} />
        )}
      </td>
      <td className="order-unit">{unit && <ValueLink dimension="unit" code={unit} />}</td>
      <td className="order-time">{momentLabel(fieldText(appeal, 'received'), language)}</td>
      <td className="order-time">
        {fieldText(appeal, 'closed') ? momentLabel(fieldText(appeal, 'closed'), language) : ''}
      </td>
    </tr>
  );
}

interface SortHeadProps {
  column: 'due' | 'received' | 'closed';
  /** The order a first click asks for, and the one after it. */
  orders: readonly [ListOrder, ListOrder];
}

function SortHead({ column, orders: [first, second] }: SortHeadProps) {
  const words = useWords(listWords);
  const { state, change } = useScreen();
  const now = listOrder(state);
  const isSorted = now === first || now === second;
  const isDescending = now.startsWith('-');
  return (
    <th scope="col" aria-sort={isSorted ? (isDescending ? 'descending' : 'ascending') : undefined}>
      <button
        type="button"
        title={words.sortBy(words.columns[column])}
        onClick={() => change({ appeals: { order: now === first ? second : first, cursor: '' } })}
      >
        {words.columns[column]}
        <span className="sorted" aria-hidden="true">
          {isSorted ? (isDescending ? '▼' : '▲') : ''}
        </span>
      </button>
    </th>
  );
}

/** A page of orders as a table; times sort the whole list, not only the page. */
export function OrderTable({ page }: { page: AppealPage }) {
  const words = useWords(listWords);
  return (
    <table className="order-table">
      <caption className="hidden">{words.caption}</caption>
      <thead>
        <tr>
          <SortHead column="due" orders={['due', '-due']} />
          <th scope="col">{words.columns.matter}</th>
          <th scope="col">{words.columns.place}</th>
          <th scope="col">{words.columns.unit}</th>
          <SortHead column="received" orders={['-received', 'received']} />
          <SortHead column="closed" orders={['-closed', 'closed']} />
        </tr>
      </thead>
      <tbody>
        {page.rows.map((appeal) => (
          <OrderRow key={fieldText(appeal, 'id')} appeal={appeal} />
        ))}
      </tbody>
    </table>
  );
}
