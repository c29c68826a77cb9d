import type { AppealRecord } from '@hotline-atlas/model';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { ValueLink } from '../../panel/ObjectLink.tsx';
import { fieldText } from './useAppeals.ts';
import { appealWords } from './words.ts';

const topics = ['topic1', 'topic2', 'topic3'] as const;
const areas = ['district', 'subdistrict'] as const;

/** Topic, place and unit, each with its page. */
export function AppealLinks({ appeal }: { appeal: AppealRecord }) {
  const words = useWords(appealWords);
  const links = [topics, areas].map((levels) =>
    levels
      .filter((name) => fieldText(appeal, name) !== '')
      .map((name) => ({ name, code: fieldText(appeal, name) })),
  );
  const address = fieldText(appeal, 'address');
  const unit = fieldText(appeal, 'unit');
  return (
    <ul className="appeal-links">
      {links
        .filter((path) => path.length > 0)
        .map((path) => (
          <li key={path[0]?.name}>
            {path.map(({ name, code }, at) => (
              <span key={name}>
                {at > 0 && <span aria-hidden="true"> › </span>}
                <ValueLink dimension={name} code={code} />
              </span>
            ))}
            {path[0]?.name === 'district' && address && <span className="appeal-address"> · {address}</span>}
          </li>
        ))}
      {unit && (
        <li>
          {words.with} <ValueLink dimension="unit" code={unit} />
        </li>
      )}
    </ul>
  );
}
