import { floorTo, shift } from '@hotline-atlas/model';
import { bucketLabel } from '@hotline-atlas/ui/format/dates.ts';
import { IconButton } from '@hotline-atlas/ui/kit/IconButton.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useScreen } from '../../screen/screen.ts';
import { candidateWords } from './words-candidates.ts';

/** One month back or on, where the data has it. */
export function MonthStepper({ month }: { month: string }) {
  const { meta, language, change } = useScreen();
  const words = useWords(candidateWords);
  const start = `${month}-01`;
  const [earlier, later] = [shift(start, 'month', -1), shift(start, 'month', 1)];
  const go = (day: string) =>
    change({ evaluation: { month: day.slice(0, 7) }, monthlyTopics: { candidate: '' } });
  const { firstDay, lastDay } = meta;
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons and a name
    <span className="topic-months" role="group" aria-label={words.month}>
      <IconButton
        icon="left"
        label={words.earlier}
        disabled={firstDay === null || earlier < floorTo(firstDay, 'month')}
        onClick={() => go(earlier)}
      />
      <b aria-live="polite" data-testid="candidates-month">
        {bucketLabel(start, 'month', language)}
      </b>
      <IconButton
        icon="right"
        label={words.later}
        disabled={lastDay === null || later > lastDay}
        onClick={() => go(later)}
      />
    </span>
  );
}
