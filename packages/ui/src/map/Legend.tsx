import { inLanguage, type Language, metricOf } from '@hotline-atlas/model';
import { exact, formatValue } from '../format/numbers.ts';
import { usePalette } from '../theme/palette.ts';
import { useLanguage, useWords } from '../words/dictionary.ts';
import { uiWords } from '../words/uiWords.ts';
import { type ClassRange, classOf } from './classes.ts';
import { radiusOf, type Shading, shadeOf, toldIn } from './shading.ts';

const width = 176;
const height = 32;
const bins = 22;

/** The figure of everything together. */
export interface WholeFigure {
  name: string;
  value: number;
}

/** How the values are spread, each bar in the colour of its class, and where everything together lies. */
function Histogram({ shading, whole }: { shading: Shading; whole: WholeFigure | null }) {
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
  const place = whole && ((along(whole.value) - low) / (high - low || 1)) * width;
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
      {place !== null && place >= 0 && place <= width && (
        <path className="whole-tick" d={`M${place.toFixed(1)} 0V${height}`} />
      )}
    </svg>
  );
}

/** From the least to the greatest value of a class, one number where they are the same. */
function rangeText({ low, high }: ClassRange, shading: Shading, language: Language): string {
  const [from, to] = [low, high].map((value) => toldIn(shading, value, language));
  if (from === to) return from ?? '';
  return shading.of === 'usual' ? `${from} … ${to}` : `${from}\u2013${to}`;
}

function Classes({ shading }: { shading: Shading }) {
  const language = useLanguage();
  return (
    <>
      {shading.ranges.map(
        (range, at) =>
          range && (
            <li key={shading.colors[at]}>
              <i style={{ background: shading.colors[at] }} />
              {rangeText(range, shading, language)}
              {!shading.logarithmic && <span className="class-count">{exact(range.count, language)}</span>}
            </li>
          ),
      )}
    </>
  );
}

/** What has no class: nothing counted, too few to read, nothing known; each only where it occurs. */
function WithoutClass({ shading, codes }: { shading: Shading; codes: readonly string[] }) {
  const { map } = useWords(uiWords);
  const palette = usePalette();
  const shades = new Set(codes.map((code) => shadeOf(shading, code)));
  const texts = { zero: '0', few: map.tooFew, none: map.noData };
  return (['zero', 'few', 'none'] as const)
    .filter((shade) => shades.has(shade))
    .map((shade) => (
      <li key={shade}>
        <i
          className={`shade-${shade}`}
          style={{ backgroundColor: shade === 'zero' ? palette.zero : palette.noData }}
        />
        {texts[shade]}
      </li>
    ));
}

/** Whether classes hold as many values each as can be. */
const isEven = ({ ranges }: Shading): boolean => {
  const counts = ranges.flatMap((range) => (range ? [range.count] : []));
  return Math.max(...counts) - Math.min(...counts) <= 1;
};

function Circles({ shading, largest }: { shading: Shading; largest: number }) {
  const language = useLanguage();
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

export interface LegendProps {
  shading: Shading;
  symbols: boolean;
  largest: number;
  small?: boolean;
  /** All that is drawn, with and without a figure. */
  codes: readonly string[];
  /** The figure of all of it together, for rates. */
  whole?: WholeFigure | null;
  /** What the figures are, where the metric's name does not say it. */
  title?: string | undefined;
}

/** What the colours and circles mean, and how the classes were cut. */
export function Legend({ shading, symbols, largest, small, codes, whole = null, title }: LegendProps) {
  const { map } = useWords(uiWords);
  const language = useLanguage();
  const cut = isEven(shading) ? map.classes : map.classesNearly;
  const method =
    shading.of === 'usual'
      ? map.usualClasses
      : shading.logarithmic
        ? map.cellClasses
        : cut(shading.colors.length);
  return (
    <div className={`legend ${small ? 'small' : ''}`}>
      <strong>{title ?? inLanguage(metricOf(shading.metric).label, language)}</strong>
      {symbols ? (
        <>
          <Circles shading={shading} largest={largest} />
          <span>{map.symbols}</span>
        </>
      ) : (
        <>
          {shading.values.length > 1 && <Histogram shading={shading} whole={whole} />}
          {whole && (
            <span className="whole-key">
              <i aria-hidden="true" /> {whole.name} {toldIn(shading, whole.value, language)}
            </span>
          )}
          <ul className="classes">
            <Classes shading={shading} />
            <WithoutClass shading={shading} codes={codes} />
          </ul>
          {shading.colors.length > 1 && <span>{method}</span>}
        </>
      )}
    </div>
  );
}
