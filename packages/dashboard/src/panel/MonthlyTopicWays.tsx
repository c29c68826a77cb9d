import { inLanguage, type MonthlyTopics, type MonthlyTopicTold } from '@hotline-atlas/model';
import { bucketLabel } from '@hotline-atlas/ui/format/dates.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { turnedTo } from '../address/object.ts';
import { changed } from '../address/state.ts';
import { useRequest } from '../questions/useRequest.ts';
import { useScreen } from '../screen/screen.ts';
import { monthlyTopicWayWords } from './monthly-topic-way-words.ts';
import { StateLink } from './ObjectLink.tsx';

const useTopics = (): readonly MonthlyTopicTold[] =>
  useRequest<MonthlyTopics>('monthly-topics').answer?.topics ?? [];

/** The topics of the month that are under way, in one line; nothing where there are none. */
export function TopicsUnderWay() {
  const { state, language } = useScreen();
  const words = useWords(monthlyTopicWayWords);
  const topics = useTopics().filter((topic) => topic.state === 'under_way');
  const [first] = topics;
  if (!first) return null;
  const isOne = topics.length === 1;
  const to = changed(turnedTo(state, { page: 'monthlyTopics', object: isOne ? first.id : '' }), {
    monthlyTopics: { show: isOne ? 'candidates' : 'kept' },
  });
  const said = isOne
    ? words.underWay(inLanguage(first.title, language))
    : words.several(exact(topics.length, language));
  return (
    <StateLink to={to} className="topics-under-way" title={said}>
      {said}
    </StateLink>
  );
}

/** The ways to the topics of the month that are about a topic. */
export function MonthlyTopicWays({ code }: { code: string }) {
  const { state, language } = useScreen();
  const words = useWords(monthlyTopicWayWords);
  return useTopics()
    .filter(({ topics }) => topics.includes(code))
    .map(({ id, month, title }) => (
      <StateLink key={id} to={turnedTo(state, { page: 'monthlyTopics', object: id })}>
        {words.of(bucketLabel(`${month}-01`, 'month', language), inLanguage(title, language))}
      </StateLink>
    ));
}
