import type { AppealRecord, Page } from '@hotline-atlas/model';
import { momentLabel } from '@hotline-atlas/ui/format/dates.ts';
import { PanelBody } from '@hotline-atlas/ui/kit/PanelBody.tsx';
import { RequestFailed } from '@hotline-atlas/ui/request/request.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { ObjectLink } from '../../panel/ObjectLink.tsx';
import { useRequest } from '../../questions/useRequest.ts';
import { type Screen, useScreen } from '../../screen/screen.ts';
import { fieldText } from '../appeals/useAppeals.ts';
import { askWords } from './words-ask.ts';

const most = 10;

/** The name of the finest value an appeal has of some dimensions. */
function finest(
  appeal: AppealRecord,
  dimensions: readonly ('topic3' | 'topic2' | 'topic1' | 'subdistrict' | 'district')[],
  { label }: Screen,
): string {
  const name = dimensions.find((each) => fieldText(appeal, each) !== '');
  return name ? label(name, fieldText(appeal, name)) : '';
}

/** The open orders that have waited longest. @param where clauses of those meant, as in an address */
export function OldestOrders({ where }: { where: readonly string[] }) {
  const screen = useScreen();
  const { language } = screen;
  const words = useWords(askWords);
  const clauses = [...where.filter((clause) => !clause.startsWith('due_state:')), 'due_state:open'];
  const parameters = new URLSearchParams(clauses.map((clause) => ['where', clause]));
  parameters.set('order', 'received');
  parameters.set('limit', String(most));
  const view = useRequest<Page>(`appeals?${parameters}`);
  // Who may not read appeals still has the rest of the brief.
  if (view.error instanceof RequestFailed && view.error.kind !== 'failed') return null;
  return (
    <section aria-label={words.oldest} data-testid="brief-orders">
      <h3>{words.oldest}</h3>
      <PanelBody view={view}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="hint">{words.noOpen}</p>
          ) : (
            <table className="brief-table">
              <thead>
                <tr>
                  {Object.values(words.order).map((name) => (
                    <th key={name} scope="col">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((appeal) => {
                  const id = fieldText(appeal, 'id');
                  const due = fieldText(appeal, 'due');
                  return (
                    <tr key={id}>
                      <td>
                        <ObjectLink to={{ page: 'appeal', object: id }}>{id}</ObjectLink>
                      </td>
                      <td>{momentLabel(fieldText(appeal, 'received'), language)}</td>
                      <td>{due === '' ? '–' : momentLabel(due, language)}</td>
                      <td>{finest(appeal, ['topic3', 'topic2', 'topic1'], screen)}</td>
                      <td>{finest(appeal, ['subdistrict', 'district'], screen)}</td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          )
        }
      </PanelBody>
    </section>
  );
}
