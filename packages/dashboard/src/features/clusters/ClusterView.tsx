import type { Clusters, Language } from '@hotline-atlas/model';
import type { Table } from '@hotline-atlas/ui/answer/table.ts';
import { periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { Skeleton } from '@hotline-atlas/ui/kit/PanelBody.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { lazy, type ReactNode, Suspense } from 'react';
import { JudgementPanel } from '../../judgement/JudgementPanel.tsx';
import { expectation, probability } from '../../judgement/numbers.ts';
import { describeLimits } from '../../screen/describe.ts';
import { useScreen } from '../../screen/screen.ts';
import { HotspotControls } from '../hotspots/HotspotControls.tsx';
import { useHotspotAreas } from '../hotspots/useHotspotAreas.ts';
import { usePlaceName } from '../hotspots/usePlaceName.ts';
import { mapWords } from '../map/words.ts';
import { ClusterList } from './ClusterList.tsx';
import { useClusters } from './useClusters.ts';
import type { ClusterWords } from './words.ts';
import { clusterWords } from './words.ts';

// deck.gl comes after the list.
const ClusterCanvas = lazy(() =>
  import('./ClusterCanvas.tsx').then((module) => ({ default: module.ClusterCanvas })),
);

const sure = 0.05;

function clustersTable(
  { clusters }: Clusters,
  nameOf: (place: string) => string,
  words: ClusterWords,
  language: Language,
): Table {
  const numeric = (name: string, label: string) => ({ name, label, numeric: true });
  return {
    columns: [
      { name: 'place', label: words.place, numeric: false },
      { name: 'period', label: words.when, numeric: false, byValue: true },
      numeric('radius', 'km'),
      numeric('observed', words.cases.observed),
      numeric('expected', words.cases.expected),
      numeric('p', 'p'),
    ],
    rows: clusters.map((cluster) => [
      { raw: cluster.centre.place, text: nameOf(cluster.centre.place) },
      { raw: cluster.period.from, text: periodLabel(cluster.period, language) },
      { raw: cluster.radius_km, text: exact(cluster.radius_km, language, 1) },
      { raw: cluster.observed, text: exact(cluster.observed, language) },
      { raw: cluster.expected, text: expectation(cluster.expected, language) },
      { raw: cluster.p, text: probability(cluster.p, language) },
    ]),
  };
}

/** The likeliest clusters in place and time, in place of the map of figures. */
export function ClusterView({ shapes }: { shapes: ReactNode }) {
  const { hotspots } = useWords(mapWords).shapes;
  const screen = useScreen();
  const { language, days } = screen;
  const words = useWords(clusterWords);
  const view = useClusters();
  const areas = useHotspotAreas();
  const nameOf = usePlaceName();
  const { answer } = view;
  const found = answer?.clusters.filter(({ p }) => p <= sure).length ?? 0;
  const title = answer && !answer.notice && (found > 0 ? words.title(found) : words.none);
  const subtitle = [
    words.places,
    ...describeLimits(screen),
    periodLabel(answer?.meta.period ?? days, language),
    words.legend,
  ];
  return (
    <div className="map-page">
      <JudgementPanel
        name="map"
        view={view}
        title={title || hotspots}
        subtitle={subtitle.join(' · ')}
        controls={
          <>
            {shapes}
            <HotspotControls />
          </>
        }
        table={(shown) => clustersTable(shown, nameOf, words, language)}
      >
        {(shown) => (
          <Suspense fallback={<Skeleton />}>
            <ClusterCanvas clusters={shown.clusters} areas={areas} />
          </Suspense>
        )}
      </JudgementPanel>
      <aside className="panel map-side">
        {answer && !answer.notice && <ClusterList answer={answer} nameOf={nameOf} />}
      </aside>
    </div>
  );
}
