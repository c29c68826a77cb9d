import { percent } from '@hotline-atlas/ui/format/numbers.ts';
import { Dialog } from '@hotline-atlas/ui/kit/Dialog.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useScreen } from '../../screen/screen.ts';
import { judgedWords } from '../area/judged-words.ts';
import { OrdersLink } from '../area/links.tsx';
import { mostMovers } from './BaseBar.tsx';
import { baseMovers, basePartsOf } from './base.ts';
import { useShownMonth } from './MonthContext.ts';
import { counted, fixed } from './told.ts';
import { evaluationWords } from './words.ts';

/** Why orders were excluded, and whether that takes them out of the base by the rules of the month. */
function Reasons() {
  const { language, label } = useScreen();
  const words = useWords(evaluationWords).base;
  const names = useWords(judgedWords).excluded.reasons;
  const { answer, rows } = useShownMonth();
  // Reasons are told of units whose details may be seen: their orders are what the share is of.
  const orders = rows.reduce((sum, row) => sum + (row.details ? row.orders : 0), 0);
  return (
    <table className="told-table">
      <thead>
        <tr>
          <th scope="col">{words.reason}</th>
          <th scope="col">{words.counts}</th>
          <th scope="col" className="number">
            {words.count}
          </th>
          <th scope="col" className="number">
            {words.share}
          </th>
        </tr>
      </thead>
      <tbody>
        {answer.reasons.map((each) => (
          <tr key={each.reason}>
            <th scope="row">
              <OrdersLink
                where={[{ dimension: 'excluded_reason', exclude: false, values: [each.reason] }]}
                days={answer.meta.period}
              >
                {names[each.reason] ?? label('excluded_reason', each.reason)}
              </OrdersLink>
            </th>
            <td>{each.counts ? words.leaves : words.stays}</td>
            <td className="number">{counted(each.orders, language)}</td>
            <td className="number">{orders > 0 ? percent(each.orders / orders, language) : '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Units of which more left the base than the share of all would take. */
function Movers() {
  const { language } = useScreen();
  const words = useWords(evaluationWords).base;
  const { answer, rows, names } = useShownMonth();
  const movers = baseMovers(rows, 3 * mostMovers);
  if (movers.length === 0) return <p className="hint">{words.noMovers}</p>;
  return (
    <>
      <h3>{words.moved}</h3>
      <p className="hint">{words.movedWhy}</p>
      <table className="told-table">
        <thead>
          <tr>
            <th scope="col">{words.unit}</th>
            {[words.excludedOf, words.excluded, words.beyond].map((head) => (
              <th key={head} scope="col" className="number">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {movers.map(({ code, excluded, orders, beyond }) => (
            <tr key={code}>
              <th scope="row">
                <OrdersLink
                  where={[
                    { dimension: answer.meta.group.by, exclude: false, values: [code] },
                    { dimension: 'excluded_reason', exclude: true, values: [''] },
                  ]}
                  days={answer.meta.period}
                >
                  {names.unit(code)}
                </OrdersLink>
              </th>
              <td className="number">
                {counted(excluded, language)} / {counted(orders, language)}
              </td>
              <td className="number">{percent(excluded / orders, language)}</td>
              <td className="number">+{fixed(beyond, 1, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** What left the base of the month: why, and whose orders. */
export function ExcludedDialog() {
  const { language, change } = useScreen();
  const words = useWords(evaluationWords).base;
  const { answer } = useShownMonth();
  const parts = basePartsOf(answer);
  return (
    <Dialog
      title={words.title}
      testId="excluded-dialog"
      onClose={() => change({ evaluation: { open: null } })}
    >
      {parts && parts.excluded !== null && (
        <p>{words.subtitle(counted(parts.excluded, language), counted(parts.orders, language))}</p>
      )}
      {answer.reasons.length > 0 ? <Reasons /> : <p>{words.none}</p>}
      <Movers />
    </Dialog>
  );
}
