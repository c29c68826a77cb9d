import { metricOf } from '@hotline-atlas/model';
import { formatValue } from '../format/numbers.ts';
import { useScreen } from '../state/screen.ts';
import { classOf } from './classes.ts';
import { radiusOf, type Shading } from './shading.ts';

const width = 176;
const height = 32;
const bins = 22;

/** How the values are spread, each bar in the colour of its class. */
function Histogram({ shading }: { shading: Shading }) {
  const { values, edges, colors, logarithmic } = shading;
  const along = (value: number) => (logarithmic ? Math.log(Math.max(value, 1)) : value);
  const back = (place: number) => (logarithmic ? Math.exp(place) : place);
  const [low, high] = [along(values[0] ?? 0), along(values.at(-1) ?? 1)];
  const counts = Array.from({ length: bins }, () => 0);
  for (const value of values) {
    const bin = Math.min(bins - 1, Math.floor(((along(value) - low) / (high - low || 1)) * bins));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const most = Math.max(...counts, 1);
  return (
    <svg width={width} height={height} aria-hidden="true" className="histogram">
      {counts.map((count, bin) => {
        const middle = low + ((bin + 0.5) / bins) * (high - low);
        const tall = count === 0 ? 0 : Math.max(2, (count / most) * (height - 2));
        return (
          <rect
            key={middle}
            x={(bin * width) / bins}
            y={height - tall}
            width={width / bins - 1}
            height={tall}
            fill={colors[classOf(back(middle), edges)]}
          />
        );
      })}
    </svg>
  );
}

function Classes({ shading }: { shading: Shading }) {
  const { language } = useScreen();
  const { unit } = metricOf(shading.metric);
  const text = (value: number) => formatValue(value, unit, language);
  const bounds = [shading.values[0] ?? 0, ...shading.edges];
  return (
    <ul className="classes">
      {shading.colors.map((color, at) => (
        <li key={color}>
          <i style={{ background: color }} />
          {[...new Set([bounds[at] ?? 0, bounds[at + 1] ?? shading.values.at(-1) ?? 0].map(text))].join('–')}
        </li>
      ))}
    </ul>
  );
}

function Circles({ shading, largest }: { shading: Shading; largest: number }) {
  const { language } = useScreen();
  const most = shading.values.at(-1) ?? 0;
  return (
    <div className="circles">
      {[most, most / 4].map((value) => {
        const radius = radiusOf(value, most, largest);
        return (
          <span key={value}>
            <svg width={radius * 2 + 2} height={radius * 2 + 2} aria-hidden="true">
              <circle cx={radius + 1} cy={radius + 1} r={radius} />
            </svg>
            {formatValue(value, 'count', language)}
          </span>
        );
      })}
    </div>
  );
}

/** What the colours and circles mean, and how the classes were cut. */
export function Legend(props: { shading: Shading; symbols: boolean; largest: number; small?: boolean }) {
  const { messages, metricLabel } = useScreen();
  const { shading } = props;
  const method = shading.logarithmic ? messages.map.cellClasses : messages.map.classes(shading.colors.length);
  return (
    <div className={`legend ${props.small ? 'small' : ''}`}>
      <strong>{metricLabel(shading.metric)}</strong>
      {props.symbols ? (
        <>
          <Circles shading={shading} largest={props.largest} />
          <span>{messages.map.symbols}</span>
        </>
      ) : (
        shading.values.length > 0 && (
          <>
            <Histogram shading={shading} />
            <Classes shading={shading} />
            <span>{method}</span>
          </>
        )
      )}
    </div>
  );
}
