import { shownMetrics } from '../address/shared.ts';
import { useRecorded } from '../questions/useRecorded.ts';
import { useScreen } from '../screen/screen.ts';

/** The metric on every panel, out of those the city records. */
export function MetricSelect() {
  const { state, messages, metricLabel, change } = useScreen();
  const recorded = useRecorded();
  const options = shownMetrics.filter(
    (name) => recorded === null || recorded.has(name) || name === state.metric,
  );
  return (
    <label className="select">
      <span className="hidden">{messages.measure}</span>
      <select
        value={state.metric}
        onChange={(event) =>
          change({ metric: options.find((name) => name === event.target.value) ?? 'appeals' })
        }
      >
        {options.map((name) => (
          <option key={name} value={name}>
            {metricLabel(name)}
          </option>
        ))}
      </select>
    </label>
  );
}
