import type { Cluster, Clusters } from '@hotline-atlas/model';
import { periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { expectation, probability } from '../../judgement/numbers.ts';
import { UnitOrders } from '../../judgement/UnitOrders.tsx';
import { useScreen } from '../../screen/screen.ts';
import { AppealList } from '../appeals/AppealList.tsx';
import { ClusterSentence } from './ClusterSentence.tsx';
import { clusterWords } from './words.ts';

const sure = 0.05;

function Sheet({ cluster, name }: { cluster: Cluster; name: string }) {
  const { state, change } = useScreen();
  const words = useWords(clusterWords);
  const within = { dimension: 'cell' as const, exclude: false, values: cluster.places };
  return (
    <section className="place-sheet" data-testid="cluster-sheet" aria-label={name}>
      <button
        type="button"
        className="link"
        onClick={() => change({ hotspots: { place: '' }, appeals: { cursor: '' } })}
      >
        ← {words.back}
      </button>
      <h2>{name}</h2>
      <p>
        <ClusterSentence cluster={cluster} /> {cluster.p > sure && words.unsure}
      </p>
      {cluster.appeals === null ? (
        <p className="note">{words.manyPlaces}</p>
      ) : (
        <>
          <UnitOrders
            where={[...state.where.filter(({ dimension }) => dimension !== 'cell'), within]}
            period={cluster.period}
          />
          <AppealList
            limit={10}
            subset={{ title: words.appealsOf(name), within: [within], period: cluster.period }}
          />
        </>
      )}
    </section>
  );
}

/** The clusters, most likely first, each a button; or the one that is chosen. */
export function ClusterList({ answer, nameOf }: { answer: Clusters; nameOf: (place: string) => string }) {
  const { state, language, palette, change } = useScreen();
  const words = useWords(clusterWords);
  const chosen = answer.clusters.find(({ centre }) => centre.place === state.hotspots.place);
  if (chosen) return <Sheet cluster={chosen} name={nameOf(chosen.centre.place)} />;
  return (
    <section className="place-list" aria-label={words.list}>
      <h2>{words.list}</h2>
      {answer.clusters.length === 0 && <p className="note">{words.none}</p>}
      <ol className="place-rows">
        {answer.clusters.map((cluster, rank) => (
          <li key={cluster.centre.place}>
            <button
              type="button"
              className="place-row"
              data-place={cluster.centre.place}
              onClick={() => change({ hotspots: { place: cluster.centre.place }, appeals: { cursor: '' } })}
            >
              <i
                style={{ background: palette.hot[cluster.p > sure ? 0 : rank === 0 ? 2 : 1] }}
                aria-hidden="true"
              />
              <span className="place-name">{nameOf(cluster.centre.place)}</span>
              <span className="place-figures">
                {words.cases.of(exact(cluster.observed, language), expectation(cluster.expected, language))}
              </span>
              <span className="place-bin">
                {periodLabel(cluster.period, language)} ·{' '}
                {words.size(exact(cluster.radius_km, language, 1), exact(cluster.places.length, language))} ·{' '}
                {words.p(probability(cluster.p, language))}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
