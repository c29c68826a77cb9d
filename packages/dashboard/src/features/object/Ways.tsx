import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { turnedTo } from '../../address/object.ts';
import type { Page } from '../../address/place.ts';
import type { DashboardState } from '../../address/state.ts';
import { EvaluationWay } from '../../panel/EvaluationWay.tsx';
import { MonthlyTopicWays } from '../../panel/MonthlyTopicWays.tsx';
import { StateLink } from '../../panel/ObjectLink.tsx';
import { useScreen } from '../../screen/screen.ts';
import { objectWords } from './words.ts';

/** The tools, turned to the object: its appeals, its places, its course, its alerts. */
export function Ways({ of }: { of: 'topic' | 'unit' }) {
  const words = useWords(objectWords);
  const { state } = useScreen();
  const to = (page: Page): DashboardState => turnedTo(state, { page, object: '' }, state.where);
  const ways = [
    { name: words.toOrders, to: to('appeals') },
    { name: words.toMap, to: to('map') },
    ...(of === 'topic'
      ? [
          {
            name: words.toHotspots,
            to: { ...to('map'), map: { ...state.map, shape: 'hotspots' as const, view: null } },
          },
          { name: words.toAlerts, to: to('alarms') },
        ]
      : [{ name: words.toUnits, to: to('units') }]),
    { name: words.toTrend, to: to('trend') },
  ];
  return (
    <nav className="object-ways" aria-label={words.ways}>
      {ways.map((way) => (
        <StateLink key={way.name} to={way.to}>
          {way.name}
        </StateLink>
      ))}
      {of === 'topic' && <MonthlyTopicWays code={state.object} />}
      {of === 'unit' && <EvaluationWay dimension="unit" code={state.object} />}
    </nav>
  );
}
