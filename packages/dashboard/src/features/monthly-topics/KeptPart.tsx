import { inLanguage, type MonthlyTopicTold } from '@hotline-atlas/model';
import { bucketLabel } from '@hotline-atlas/ui/format/dates.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { changed } from '../../address/state.ts';
import { StateLink } from '../../panel/ObjectLink.tsx';
import { ScrollBox } from '../../panel/ScrollBox.tsx';
import { useScreen } from '../../screen/screen.ts';
import { isOverdue } from './contents.ts';
import { countText } from './numbers.ts';
import { useToday } from './useTopics.ts';
import { topicWords } from './words.ts';

/** The years of topics, the newest first, each with its topics in the order they came. */
function byYear(topics: readonly MonthlyTopicTold[]): [year: string, topics: MonthlyTopicTold[]][] {
  const years = new Map<string, MonthlyTopicTold[]>();
  for (const topic of topics) {
    const year = topic.month.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), topic]);
  }
  return [...years].toSorted(([one], [other]) => other.localeCompare(one));
}

/** How many tasks are done, and how many are overdue. */
export function TaskCounts({ topic: { tasks } }: { topic: Pick<MonthlyTopicTold, 'tasks'> }) {
  const { language } = useScreen();
  const words = useWords(topicWords).tasks;
  const today = useToday();
  const counted = tasks.filter(({ state }) => state !== 'dropped');
  const done = counted.filter(({ state }) => state === 'done').length;
  const late = counted.filter((task) => isOverdue(task, today)).length;
  if (counted.length === 0) return <span>{'\u2013'}</span>;
  return (
    <>
      {words.counts(countText(done, language), countText(counted.length, language))}
      {late > 0 && <b className="topic-late"> · {words.overdue(countText(late, language))}</b>}
    </>
  );
}

function TopicRow({ topic }: { topic: MonthlyTopicTold }) {
  const { state, language, label } = useScreen();
  const words = useWords(topicWords);
  const { id, month, title, lead, area } = topic;
  return (
    <tr data-testid="kept-topic" data-id={id}>
      <td>{bucketLabel(`${month}-01`, 'month', language)}</td>
      <th scope="row">
        <StateLink
          to={changed(state, { object: id, monthlyTopics: { removed: '' } })}
          className="object-link"
        >
          {inLanguage(title, language)}
        </StateLink>
        {area && <small>{label(area.level, area.code)}</small>}
      </th>
      <td>{words.states[topic.state]}</td>
      <td>{lead === null ? words.nobody : label('unit', lead)}</td>
      <td>
        <TaskCounts topic={topic} />
      </td>
    </tr>
  );
}

/** All topics of the month by year, with how far each of them is. */
export function KeptPart({ topics }: { topics: readonly MonthlyTopicTold[] }) {
  const { state, person } = useScreen();
  const words = useWords(topicWords);
  if (topics.length === 0)
    return (
      <div className="page-message">
        <h2>{words.list.none}</h2>
        <p>{person.may.has('evaluate') ? words.list.noneWhy : words.list.noneRead}</p>
        <p className="ways-on">
          <StateLink className="link" to={changed(state, { monthlyTopics: { show: 'candidates' } })}>
            {words.list.toCandidates}
          </StateLink>
        </p>
      </div>
    );
  return byYear(topics).map(([year, ofYear]) => (
    <section key={year} className="topics-year" aria-labelledby={`year-${year}`}>
      <h2 id={`year-${year}`}>{words.year(year)}</h2>
      <ScrollBox label={words.year(year)}>
        <table className="kept-topics">
          <thead>
            <tr>
              {(['month', 'title', 'state', 'lead', 'tasks'] as const).map((column) => (
                <th key={column} scope="col">
                  {words.list[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ofYear.map((topic) => (
              <TopicRow key={topic.id} topic={topic} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  ));
}
