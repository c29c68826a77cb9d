import { floorTo, type Integrity, inLanguage, shift } from '@hotline-atlas/model';
import { bucketLabel } from '@hotline-atlas/ui/format/dates.ts';
import { IconButton } from '@hotline-atlas/ui/kit/IconButton.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { turnedTo } from '../../address/object.ts';
import { changed } from '../../address/state.ts';
import { StateLink } from '../../panel/ObjectLink.tsx';
import { PageRow } from '../../panel/PageRow.tsx';
import { useScreen } from '../../screen/screen.ts';
import { integrityWords } from './words.ts';

/** The month so many months from another, where the data has it. */
function stepped(month: string, by: number, first: string | null, last: string | null): string | null {
  const to = shift(`${month}-01`, 'month', by);
  return first !== null && last !== null && to >= floorTo(first, 'month') && to <= last
    ? to.slice(0, 7)
    : null;
}

/** Which month and group; a unit that the questions are narrowed to; the way to the ranking. */
export function IntegrityBar({ answer }: { answer: Integrity | undefined }) {
  const { state, meta, language, label, change } = useScreen();
  const words = useWords(integrityWords);
  const month = state.evaluation.month || (answer?.meta.month ?? '');
  const [earlier, later] = [-1, 1].map((by) => month && stepped(month, by, meta.firstDay, meta.lastDay));
  const go = (to: string | null | undefined) =>
    to && change({ evaluation: { month: to }, integrity: { open: '' } });
  const { unit } = state.integrity;
  return (
    <PageRow>
      {month !== '' && (
        // biome-ignore lint/a11y/useSemanticElements: two buttons and a name
        <span className="integrity-months" role="group" aria-label={words.month}>
          <IconButton icon="left" label={words.earlier} disabled={!earlier} onClick={() => go(earlier)} />
          <b aria-live="polite">{bucketLabel(`${month}-01`, 'month', language)}</b>
          <IconButton icon="right" label={words.later} disabled={!later} onClick={() => go(later)} />
        </span>
      )}
      {answer && (
        <label className="integrity-group">
          <span className="hidden">{words.group}</span>
          <select
            value={answer.meta.group.name}
            onChange={({ target }) =>
              change({ evaluation: { group: target.value }, integrity: { open: '', unit: '' } })
            }
          >
            {answer.meta.groups.map(({ name, label: called }) => (
              <option key={name} value={name}>
                {inLanguage(called, language)}
              </option>
            ))}
          </select>
        </label>
      )}
      {answer && unit !== '' && (
        <button type="button" className="link" onClick={() => change({ integrity: { unit: '', open: '' } })}>
          {words.allUnits(label(answer.meta.group.by, unit))}
        </button>
      )}
      <StateLink
        className="object-link"
        to={changed(turnedTo(state, { page: 'evaluation', object: '' }), {
          evaluation: { month, group: state.evaluation.group },
        })}
      >
        {words.ranking}
      </StateLink>
    </PageRow>
  );
}
