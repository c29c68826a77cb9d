import type { Cluster } from '@hotline-atlas/model';
import { periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { expectation, probability } from '../../judgement/numbers.ts';
import { useScreen } from '../../screen/screen.ts';
import { clusterWords } from './words.ts';

/** What a cluster says, in one sentence. */
export function ClusterSentence({ cluster }: { cluster: Cluster }) {
  const { language } = useScreen();
  const words = useWords(clusterWords);
  return (
    <span>
      {words.reason({
        period: periodLabel(cluster.period, language),
        observed: exact(cluster.observed, language),
        expected: expectation(cluster.expected, language),
        ratio: cluster.ratio === null ? null : expectation(cluster.ratio, language),
        p: probability(cluster.p, language),
        radius: exact(cluster.radius_km, language, 1),
      })}
    </span>
  );
}
