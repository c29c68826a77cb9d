import type { Clause, Integrity, IntegrityTest } from '@hotline-atlas/model';
import { splitClause } from '@hotline-atlas/model';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { turnedTo } from '../../address/object.ts';
import { changed } from '../../address/state.ts';
import { ObjectLink, StateLink } from '../../panel/ObjectLink.tsx';
import { useScreen } from '../../screen/screen.ts';
import { integrityWords } from './words.ts';

const clausesOf = (where: readonly string[]): Clause[] =>
  where.flatMap((text) => (splitClause(text) as Clause | null) ?? []);

/** The orders of a question: a list by filters where they select them, else some by their numbers. */
export function Evidence({ test, meta }: { test: IntegrityTest; meta: Integrity['meta'] }) {
  const { state, language } = useScreen();
  const words = useWords(integrityWords);
  const { evidence } = test;
  if (!evidence) return <p className="integrity-note">{words.evidenceClosed}</p>;
  const { where, orders, total } = evidence;
  return (
    <div className="integrity-evidence">
      <h4>{words.evidence}</h4>
      {where && (
        <p>
          <StateLink
            className="object-link"
            to={changed(turnedTo(state, { page: 'appeals', object: '' }, clausesOf(where)), {
              period: meta.period,
            })}
          >
            {words.allOrders}
          </StateLink>
        </p>
      )}
      {orders.length > 0 && (
        <>
          <p className="integrity-note">
            {test.kind === 'closed_again'
              ? words.chains(exact(orders.length, language))
              : words.some(exact(orders.length, language), exact(total, language))}
          </p>
          <ul>
            {orders.map((id) => (
              <li key={id}>
                <ObjectLink to={{ page: 'appeal', object: id }}>{id}</ObjectLink>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
