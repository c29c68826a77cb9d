import { inLanguage, type Language } from '@hotline-atlas/model';
import { usePoints } from '@hotline-atlas/ui/charts/usePoints.ts';
import { useWidth } from '@hotline-atlas/ui/kit/useWidth.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { memo, type ReactNode, useMemo, useRef } from 'react';
import { useScreen } from '../../screen/screen.ts';
import { type FunnelDot, type FunnelLimit, funnelLimits, placeInFunnel } from './funnel.ts';
import { type FunnelScales, funnelScales, indicatorOfFunnel, type Tick } from './funnelScales.ts';
import { useShownMonth } from './MonthContext.ts';
import { counted, inPercent } from './told.ts';
import { rankingWords } from './words-ranking.ts';

const height = 300;
/** Pixels within which a dot is meant. */
const reach = 20;

interface Drawn {
  dots: readonly FunnelDot[];
  limits: readonly FunnelLimit[];
  whole: number;
  fewest: number;
  scales: FunnelScales;
}

const line = (limits: readonly FunnelLimit[], of: keyof FunnelLimit, { x, y, low }: FunnelScales): string =>
  limits
    .filter((limit) => limit[of] >= low && limit[of] < 1)
    .map((limit, at) => `${at === 0 ? 'M' : 'L'}${x(limit.size).toFixed(1)} ${y(limit[of]).toFixed(1)}`)
    .join('');

const Axes = ({ scales, fewest, tooFew }: { scales: FunnelScales; fewest: number; tooFew: string }) => {
  const { left, right, top, bottom } = scales.box;
  const few = Math.min(right, Math.max(left, scales.x(fewest)));
  return (
    <>
      {few > left + 4 && (
        <>
          <rect className="funnel-few" x={left} y={top} width={few - left} height={bottom - top} />
          {few - left > 60 && (
            <text x={few - 6} y={bottom - 6} textAnchor="end" className="muted">
              {tooFew}
            </text>
          )}
        </>
      )}
      {scales.rates.map(({ at, text }: Tick) => (
        <g key={text}>
          <line className="grid" x1={left} x2={right} y1={at} y2={at} />
          <text x={left - 6} y={at + 4} textAnchor="end" className="faint">
            {text}
          </text>
        </g>
      ))}
      {scales.sizes.map(({ at, text }: Tick) => (
        <text
          key={text}
          x={at}
          y={bottom + 16}
          textAnchor={at > right - 20 ? 'end' : 'middle'}
          className="faint"
        >
          {text}
        </text>
      ))}
    </>
  );
};

/** Everything but the dot that is meant, which changes with every movement of the pointer. */
const Picture = memo(function Picture({ drawn, chosen }: { drawn: Drawn; chosen: string }) {
  const words = useWords(rankingWords).funnel;
  const { language } = useScreen();
  const { dots, limits, whole, fewest, scales } = drawn;
  const { left, right } = scales.box;
  const end = limits.at(-1);
  return (
    <>
      <Axes scales={scales} fewest={fewest} tooFew={words.tooFew} />
      <path className="limit" d={line(limits, 'low', scales)} />
      <path className="limit" d={line(limits, 'high', scales)} />
      <path className="limit far" d={line(limits, 'farLow', scales)} />
      <path className="limit far" d={line(limits, 'farHigh', scales)} />
      <line className="whole" x1={left} x2={right} y1={scales.y(whole)} y2={scales.y(whole)} />
      {dots.map(({ code, size, rate }) => (
        <circle
          key={code}
          className={`${size < fewest ? 'few' : ''} ${code === chosen ? 'chosen' : ''}`}
          cx={scales.x(size).toFixed(1)}
          cy={scales.y(rate).toFixed(1)}
          r={code === chosen ? 5 : 2.5}
        />
      ))}
      <text x={right} y={scales.y(whole) - 4} textAnchor="end">
        {words.mean(`${inPercent(whole, language)}%`)}
      </text>
      {end && end.low > scales.low && scales.y(end.low) - scales.y(whole) > 16 && (
        <text x={right} y={scales.y(end.low) - 3} textAnchor="end" className="muted">
          {words.usual}
        </text>
      )}
      {end && end.farLow > scales.low && (
        <text x={right} y={scales.y(end.farLow) + 13} textAnchor="end" className="muted">
          {words.far}
        </text>
      )}
    </>
  );
});

function useDrawn(at: number, width: number, language: Language): Drawn | null {
  const { answer, rows } = useShownMonth();
  return useMemo(() => {
    const indicator = answer.indicators[at];
    const dots = rows
      .flatMap(({ code, rates }) => {
        const rate = rates[at];
        return rate && rate.rate !== null
          ? [{ code, numerator: rate.numerator, size: rate.denominator, rate: rate.rate }]
          : [];
      })
      .sort((one, other) => one.size - other.size || one.rate - other.rate);
    const [asked, counted] = dots.reduce(
      ([size, cases], dot) => [size + dot.size, cases + dot.numerator],
      [0, 0],
    );
    if (!indicator || dots.length === 0 || asked === 0) return null;
    const whole = counted / asked;
    const largest = Math.max(...dots.map(({ size }) => size));
    return {
      ...{ dots, whole },
      fewest: indicator.fewest,
      limits: funnelLimits(largest, whole),
      scales: funnelScales(dots, { width, height, fewest: indicator.fewest, language }),
    };
  }, [answer, rows, at, width, language]);
}

interface PlotProps {
  drawn: Drawn;
  label: string;
  width: number;
  chosen: string;
  describe: (dot: FunnelDot) => ReactNode;
}

/** The dots of a funnel, which pointer and arrow keys walk along. */
function Plot({ drawn, label, width, chosen, describe }: PlotProps) {
  const { change } = useScreen();
  const svg = useRef<SVGSVGElement>(null);
  const { dots, scales } = drawn;
  const indexAt = ({ clientX, clientY }: { clientX: number; clientY: number }): number | null => {
    const { left = 0, top = 0 } = svg.current?.getBoundingClientRect() ?? {};
    let [nearest, least]: [number | null, number] = [null, reach];
    dots.forEach(({ size, rate }, index) => {
      const distance = Math.hypot(scales.x(size) - clientX + left, scales.y(rate) - clientY + top);
      if (distance < least) [nearest, least] = [index, distance];
    });
    return nearest;
  };
  const { shown, handlers } = usePoints(dots.length, indexAt, {
    onChoose: (from) => {
      const code = dots[from]?.code ?? '';
      change({ evaluation: { unit: code === chosen ? '' : code } });
    },
    onClear: () => undefined,
  });
  const dot = shown === null ? undefined : dots[shown];
  const x = dot ? scales.x(dot.size) : 0;
  return (
    <div
      className="funnel-plot"
      role="application"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys walk through the dots
      tabIndex={0}
      {...handlers}
    >
      <svg ref={svg} width={width} height={height} aria-hidden="true">
        <Picture drawn={drawn} chosen={chosen} />
        {dot && <circle className="meant" cx={x} cy={scales.y(dot.rate)} r={7} />}
      </svg>
      {dot && (
        <div
          className="tooltip"
          style={x > width / 2 ? { right: width - x + 12 } : { left: x + 12 }}
          aria-hidden="true"
        >
          {describe(dot)}
        </div>
      )}
      <div className="hidden" aria-live="polite">
        {dot && describe(dot)}
      </div>
    </div>
  );
}

/** Which rate the funnel is of. */
function RateChoice({ at }: { at: number }) {
  const { language, change } = useScreen();
  const words = useWords(rankingWords).funnel;
  const { answer } = useShownMonth();
  return (
    <label className="select screen-only">
      <span className="hidden">{words.choose}</span>
      <select
        value={answer.indicators[at]?.name ?? ''}
        onChange={({ target }) => change({ evaluation: { funnel: target.value } }, 'replace')}
      >
        {answer.indicators.map(({ name, label }) => (
          <option key={name} value={name}>
            {inLanguage(label, language)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** All units by size and rate: who lies outside of what chance explains. */
export function Funnel() {
  const { state, language } = useScreen();
  const words = useWords(rankingWords).funnel;
  const { answer, names } = useShownMonth();
  const { host, width } = useWidth(420);
  const { unit, funnel } = state.evaluation;
  const at = indicatorOfFunnel(answer.indicators, funnel);
  const drawn = useDrawn(at, width, language);
  const indicator = answer.indicators[at];
  if (!indicator) return null;
  const [group, rate] = [
    inLanguage(answer.meta.group.label, language),
    inLanguage(indicator.label, language),
  ];
  const describe = (dot: FunnelDot) => (
    <>
      <strong>{names.unit(dot.code)}</strong>
      <span>
        {inPercent(dot.rate, language)}% ({counted(dot.numerator, language)} / {counted(dot.size, language)})
      </span>
      <span>{drawn && words[placeInFunnel(dot, drawn.whole)]}</span>
    </>
  );
  const far = drawn
    ? drawn.dots.filter(
        (dot) => dot.size >= drawn.fewest && placeInFunnel(dot, drawn.whole) === 'far_outside',
      )
    : [];
  const low = drawn ? far.filter((dot) => dot.rate < drawn.whole).length : 0;
  return (
    <section
      className="evaluation-funnel"
      aria-label={words.title(group, rate)}
      data-testid="evaluation-funnel"
    >
      <header>
        <h2>{words.title(group, rate)}</h2>
        <RateChoice at={at} />
        <p className="subtitle">
          {words.subtitle} · {words.outliers(counted(low, language), counted(far.length - low, language))}
        </p>
      </header>
      <div ref={host}>
        {drawn && (
          <Plot
            drawn={drawn}
            label={words.label(group, rate)}
            width={width}
            chosen={unit}
            describe={describe}
          />
        )}
      </div>
    </section>
  );
}
