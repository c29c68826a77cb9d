import { inLanguage, type MonthlyTopics, type MonthlyTopicTold } from '@hotline-atlas/model';
import { bucketLabel } from '@hotline-atlas/ui/format/dates.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { dictionary, useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { turnedTo } from '../address/object.ts';
import { changed } from '../address/state.ts';
import { useRequest } from '../questions/useRequest.ts';
import { useScreen } from '../screen/screen.ts';
import { StateLink } from './ObjectLink.tsx';

const wayWords = dictionary(
  {
    underWay: (title: string) => `Topic of the month under way: ${title}`,
    several: (many: string) => `${many} topics of the month under way`,
    of: (month: string, title: string) => `Topic of the month, ${month}: ${title}`,
  },
  {
    underWay: (title) => `每月一题办理中：${title}`,
    several: (many) => `每月一题办理中${many}个`,
    of: (month, title) => `${month}每月一题：${title}`,
  },
);

const useTopics = (): readonly MonthlyTopicTold[] =>
  useRequest<MonthlyTopics>('monthly-topics').answer?.topics ?? [];

/** The topics of the month that are under way, in one line; nothing where there are none. */
export function TopicsUnderWay() {
  const { state, language } = useScreen();
  const words = useWords(wayWords);
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
  const words = useWords(wayWords);
  return useTopics()
    .filter(({ topics }) => topics.includes(code))
    .map(({ id, month, title }) => (
      <StateLink key={id} to={turnedTo(state, { page: 'monthlyTopics', object: id })}>
        {words.of(bucketLabel(`${month}-01`, 'month', language), inLanguage(title, language))}
      </StateLink>
    ));
}
