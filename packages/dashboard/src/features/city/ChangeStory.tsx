import { type Change, type ChangeGrouping, type Clause, encodeClause } from '@hotline-atlas/model';
import { bucketTick, periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { Dialog } from '@hotline-atlas/ui/kit/Dialog.tsx';
import { PanelBody } from '@hotline-atlas/ui/kit/PanelBody.tsx';
import { stateOf } from '@hotline-atlas/ui/kit/Waiting.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { clausesFrom } from '../../address/clauses.ts';
import { placeOfValue, turnedTo } from '../../address/object.ts';
import { ObjectLink, StateLink, ValueLink } from '../../panel/ObjectLink.tsx';
import { useRequest } from '../../questions/useRequest.ts';
import { mayBe } from '../../screen/known-place.ts';
import { useScreen } from '../../screen/screen.ts';
import { useCity } from './CityContext.ts';
import { ContributionTable } from './ContributionTable.tsx';
import { contributionsOf } from './contributions.ts';
import { changeAddress } from './questions.ts';
import { changeWords } from './words-changed.ts';

const mostRows = 6;

type Side = 'district' | 'channel' | 'unit';
const sides = ['district', 'channel', 'unit'] as const satisfies readonly ChangeGrouping[];

/** The change of one topic by one dimension. */
function StoryList({ by, topic }: { by: Side; topic: Clause }) {
  const { state, language, label } = useScreen();
  const words = useWords(changeWords);
  const { month } = useCity();
  const view = useRequest<Change>(
    changeAddress({ metric: 'appeals', compare: 'previous', by, where: encodeClause(topic) }, month.period),
  );
  const nameOf = (code: string) => {
    const name = label(by, code);
    if (placeOfValue(by, code)) return <ValueLink dimension={by} code={code} where={[topic]} />;
    const where = [topic, { dimension: by, exclude: false, values: [code] }];
    return (
      <StateLink to={turnedTo(state, { page: 'appeals', object: '' }, where)} className="object-link">
        {name}
      </StateLink>
    );
  };
  return (
    <section
      className="city-section"
      aria-label={words.by[by]}
      data-testid={`story-${by}`}
      data-state={stateOf(view)}
    >
      <h3>{words.by[by]}</h3>
      <PanelBody view={view}>
        {(answer) => {
          const told = contributionsOf(answer, mostRows);
          if (!told || told.rows.length === 0) return <p className="hint">{words.noGroups}</p>;
          return (
            <ContributionTable
              contributions={told}
              nameOf={nameOf}
              heading={words.heads[by]}
              nowLabel={bucketTick(answer.meta.period.from, 'month', language)}
              restLabel={words.restOf}
              label={words.by[by]}
            />
          );
        }}
      </PanelBody>
    </section>
  );
}

/** The story of a topic's change: by district, channel and unit, and the ways on. */
export function ChangeStory() {
  const { state, meta, language, label, change } = useScreen();
  const words = useWords(changeWords);
  const { month, before } = useCity();
  const [topic] = clausesFrom(state.city.story === '' ? [] : [state.city.story]);
  const [code = ''] = topic?.values ?? [];
  const place = topic && placeOfValue(topic.dimension, code);
  if (state.city.story === '') return null;
  const close = () => change({ city: { story: '' } }, 'replace');
  if (!topic || place?.page !== 'topic' || !mayBe(place, meta))
    return (
      <Dialog title={words.noStory} className="city-story" testId="city-story" onClose={close}>
        <p>{words.noTopic(code || state.city.story)}</p>
      </Dialog>
    );
  const name = label(topic.dimension, code);
  return (
    <Dialog title={words.story(name)} className="city-story" testId="city-story" onClose={close}>
      <p className="subtitle">
        {[month.period, before].flatMap((each) => (each ? periodLabel(each, language) : [])).join(' / ')}
      </p>
      {sides.map((by) => (
        <StoryList key={by} by={by} topic={topic} />
      ))}
      <p className="city-ways">
        <ObjectLink to={place} className="link">
          {words.topicPage}
        </ObjectLink>
        <StateLink to={turnedTo(state, { page: 'appeals', object: '' }, [topic])} className="link">
          {words.orders}
        </StateLink>
      </p>
    </Dialog>
  );
}
