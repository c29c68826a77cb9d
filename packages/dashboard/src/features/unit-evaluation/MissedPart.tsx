import { type AppealRecord, encodeSelection, type Page, type UnitEvaluation } from '@hotline-atlas/model';
import { momentLabel } from '@hotline-atlas/ui/format/dates.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { Segmented } from '@hotline-atlas/ui/kit/Segmented.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { ObjectLink, StateLink, ValueLink } from '../../panel/ObjectLink.tsx';
import { useRequest } from '../../questions/useRequest.ts';
import { useScreen } from '../../screen/screen.ts';
import { matterOf } from '../appeals/matter.ts';
import { fieldText } from '../appeals/useAppeals.ts';
import { type Missed, missedSelection, ordersOf } from './ordersOf.ts';
import { AskedPart, Part } from './Part.tsx';
import { depthWords } from './words-depth.ts';

/** Orders shown; the list of orders has all. */
const most = 10;

function OrderRow({ appeal }: { appeal: AppealRecord }) {
  const screen = useScreen();
  const { language, person } = screen;
  const id = fieldText(appeal, 'id');
  const [subdistrict, district] = [fieldText(appeal, 'subdistrict'), fieldText(appeal, 'district')];
  const text = person.scope?.texts ? fieldText(appeal, 'text') : '';
  return (
    <tr data-testid="missed-order">
      <td>
        <ObjectLink to={{ page: 'appeal', object: id }}>{matterOf(appeal, screen) || id}</ObjectLink>
        {text && <p className="order-line">{text}</p>}
      </td>
      <td>
        {subdistrict ? (
          <ValueLink dimension="subdistrict" code={subdistrict} />
        ) : (
          district && <ValueLink dimension="district" code={district} />
        )}
      </td>
      <td className="number">{momentLabel(fieldText(appeal, 'received'), language)}</td>
    </tr>
  );
}

function OrderRows({ page }: { page: Page }) {
  const { missed: words } = useWords(depthWords);
  if (page.rows.length === 0) return <p className="unit-note">{words.none}</p>;
  return (
    <table className="missed-orders">
      <caption className="hidden">{words.title}</caption>
      <tbody>
        {page.rows.map((appeal) => (
          <OrderRow key={fieldText(appeal, 'id')} appeal={appeal} />
        ))}
      </tbody>
    </table>
  );
}

function useOrders(missed: Missed | null) {
  const selection = missed && missedSelection(missed);
  const parameters = selection ? encodeSelection({ ...selection, withoutRegimes: [] }) : null;
  parameters?.set('limit', String(most));
  return useRequest<Page>(parameters ? `appeals?${parameters}` : '');
}

function ListedOrders({ depth, missed }: { depth: UnitEvaluation; missed: Missed }) {
  const { missed: words } = useWords(depthWords);
  const { state, language } = useScreen();
  const view = useOrders(missed);
  const to = ordersOf(state, depth, missed.kind);
  const total = view.answer?.meta.total ?? missed.orders;
  return (
    <AskedPart
      name="missed"
      view={view}
      title={words.title}
      subtitle={words.subtitle}
      buttons={<Kinds depth={depth} chosen={missed.kind} />}
    >
      {(page) => (
        <>
          <OrderRows page={page} />
          {to && total > 0 && (
            <p>
              <StateLink to={to}>{words.all(exact(total, language))}</StateLink>
              {total !== missed.orders && <small> {words.differs(exact(total, language))}</small>}
            </p>
          )}
        </>
      )}
    </AskedPart>
  );
}

/** What orders missed, with how many did. */
function Kinds({ depth, chosen }: { depth: UnitEvaluation; chosen: Missed['kind'] }) {
  const { missed: words } = useWords(depthWords);
  const { language, change } = useScreen();
  const options = (depth.missed ?? []).map(({ kind, orders }) => ({
    name: kind,
    label: `${words.kinds[kind]} ${exact(orders, language)}`,
  }));
  return (
    <Segmented
      label={words.pick}
      options={options}
      chosen={chosen}
      onChoose={(kind) => change({ evaluation: { missed: kind } })}
    />
  );
}

/** What is listed first: what the address says, else unresolved orders, else whatever most orders missed. */
function chosenOf(missed: readonly Missed[], asked: string | null): Missed | null {
  const by = (kind: string) => missed.find((each) => each.kind === kind && each.orders > 0);
  const most = [...missed].sort((one, other) => other.orders - one.orders)[0];
  return missed.find(({ kind }) => kind === asked) ?? by('unresolved') ?? most ?? null;
}

/** The orders that missed a rate, as a work list. */
export function MissedPart({ depth }: { depth: UnitEvaluation }) {
  const { missed: words } = useWords(depthWords);
  const { state } = useScreen();
  const missed = chosenOf(depth.missed ?? [], state.evaluation.missed);
  if (!missed)
    return (
      <Part name="missed" title={words.title} subtitle={words.subtitle}>
        <p className="unit-note">{words.empty}</p>
      </Part>
    );
  if (!missed.filters)
    return (
      <Part
        name="missed"
        title={words.title}
        subtitle={words.subtitle}
        buttons={<Kinds depth={depth} chosen={missed.kind} />}
      >
        <p className="unit-note">{words.noList}</p>
      </Part>
    );
  return <ListedOrders depth={depth} missed={missed} />;
}
