import { type Answer, encodeQuery, type MetricName } from '@hotline-atlas/model';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { changed } from '../../address/state.ts';
import { StateLink } from '../../panel/ObjectLink.tsx';
import { useOrderRecords } from '../../questions/useRecorded.ts';
import { useRequest } from '../../questions/useRequest.ts';
import { type Screen, useScreen } from '../../screen/screen.ts';
import { selectionOf } from '../../screen/selection.ts';
import {
  allDays,
  clausesBesidePart,
  clausesOfPart,
  dueAtOf,
  type ListPart,
  listParts,
  partOf,
  partsRecorded,
} from './list.ts';
import { listWords } from './listWords.ts';

const openMetrics = ['open', 'overdue', 'due_today', 'due_soon', 'reopened'] as const satisfies MetricName[];
const periodMetrics = ['appeals', 'excluded'] as const satisfies MetricName[];

function countsAddress(screen: Screen, metrics: readonly MetricName[], isOpen: boolean): string {
  const { state } = screen;
  const days = isOpen && state.period === '12months' && !state.span ? allDays(screen) : {};
  const selection = { ...selectionOf(screen, null), ...days, ...(isOpen && dueAtOf(screen)) };
  const where = clausesBesidePart(state.where);
  return `query?${encodeQuery({ ...selection, where, metrics: [...metrics], by: [], order: [], resolution: 8 })}`;
}

/** How many orders each part holds; words that are searched for do not narrow it. */
function useCounts(): (part: ListPart) => number | null {
  const open = useRequest<Answer>((screen) => countsAddress(screen, openMetrics, true));
  const all = useRequest<Answer>((screen) => countsAddress(screen, periodMetrics, false));
  return (part) => {
    const name = part === 'all' ? 'appeals' : part;
    const row = (part === 'all' || part === 'excluded' ? all : open).answer?.rows[0];
    const value = row?.[name];
    return typeof value === 'number' ? value : null;
  };
}

/** Parts of the list, each with its count: what is overdue, due, reopened, excluded. */
export function ListTabs() {
  const words = useWords(listWords);
  const { state, language } = useScreen();
  const countOf = useCounts();
  const chosen = partOf(state.where);
  const records = useOrderRecords();
  const recorded = partsRecorded(records);
  return (
    <nav className="list-tabs" aria-label={words.partsLabel}>
      {listParts.map((part) => {
        const isRecorded = recorded.includes(part);
        if (!isRecorded && part !== chosen) return null;
        const count = isRecorded ? countOf(part) : null;
        return (
          <StateLink
            key={part}
            to={changed(state, {
              where: clausesOfPart(state.where, part),
              appeals: { cursor: '', order: null },
            })}
            current={part === chosen}
            className={`list-tab ${part}`}
          >
            <b>{count === null ? '–' : exact(count, language)}</b>
            <span>{words.parts[part]}</span>
          </StateLink>
        );
      })}
      {records && !records.limits && <span className="list-unrecorded">{words.noLimits}</span>}
    </nav>
  );
}
