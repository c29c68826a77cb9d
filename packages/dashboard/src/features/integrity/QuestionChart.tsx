import type { IntegrityChart } from '@hotline-atlas/model';
import { bucketLabel } from '@hotline-atlas/ui/format/dates.ts';
import { exact, percent } from '@hotline-atlas/ui/format/numbers.ts';
import { useWidth } from '@hotline-atlas/ui/kit/useWidth.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useScreen } from '../../screen/screen.ts';
import { chartScale, labelledPositions } from './chartScale.ts';
import { integrityWords } from './words.ts';

const [height, left, right, top, bottom] = [132, 52, 8, 8, 20];
const pixelsOfLabel = 64;

function useLabels({ form, labels }: IntegrityChart): string[] {
  const { language, label } = useScreen();
  const words = useWords(integrityWords);
  if (form === 'months') return labels.map((month) => bucketLabel(`${month}-01`, 'month', language));
  if (form === 'reasons')
    return labels.map((reason) => words.reasons[reason] ?? label('excluded_reason', reason));
  return form === 'limit'
    ? labels.map((part) => `${part}${words.percentSign}`)
    : labels.map((minute) => `:${minute}`);
}

/** Bars of what was seen, or a line of shares, with what was expected as a thin line over them. */
export function QuestionChart({ chart, title }: { chart: IntegrityChart; title: string }) {
  const { language } = useScreen();
  const words = useWords(integrityWords);
  const { host, width } = useWidth(480);
  const labels = useLabels(chart);
  const scale = chartScale(chart);
  const [inner, tall] = [Math.max(80, width - left - right), height - top - bottom];
  const x = (at: number) => left + scale.across(at) * inner;
  const y = (value: number) => top + tall * (1 - scale.up(value));
  const isShare = chart.form === 'months';
  const value = (of: number) => (isShare ? percent(of, language) : exact(of, language));
  const line = (values: readonly (number | null)[]) =>
    values
      .flatMap((each, at) => (each === null ? [] : [`${x(at).toFixed(1)},${y(each).toFixed(1)}`]))
      .join(' ');
  const marked = new Set(chart.marked);
  const barWidth = Math.max(2, scale.bar * inner);
  return (
    <figure className="integrity-chart">
      <figcaption>
        {words.charts[chart.form]}
        <span className="integrity-key">
          <i className="seen" aria-hidden="true" /> {words.seen}
          <i className="usual" aria-hidden="true" /> {words.usual[chart.form]}
        </span>
      </figcaption>
      <div ref={host}>
        <svg width={width} height={height} role="img" aria-label={title}>
          {[0, scale.most / 2, scale.most].map((each) => (
            <g key={each}>
              <line className="grid" x1={left} x2={left + inner} y1={y(each)} y2={y(each)} />
              <text className="axis" x={left - 6} y={y(each) + 4} textAnchor="end">
                {value(each)}
              </text>
            </g>
          ))}
          {isShare ? (
            <>
              <polyline className="seen-line" points={line(chart.observed)} />
              {chart.observed.map((each, at) =>
                each === null ? null : (
                  <circle
                    key={chart.labels[at]}
                    className={marked.has(at) ? 'point marked' : 'point'}
                    cx={x(at)}
                    cy={y(each)}
                    r={marked.has(at) ? 4 : 2.5}
                  />
                ),
              )}
            </>
          ) : (
            chart.observed.map((each, at) => (
              <rect
                key={chart.labels[at]}
                className={marked.has(at) ? 'bar marked' : 'bar'}
                x={x(at) - barWidth / 2}
                width={barWidth}
                y={y(each ?? 0)}
                height={Math.max(0, y(0) - y(each ?? 0))}
              />
            ))
          )}
          {chart.form === 'reasons' ? (
            chart.expected.map((each, at) =>
              each === null ? null : (
                <line
                  key={chart.labels[at]}
                  className="usual-line"
                  x1={x(at) - barWidth * 0.7}
                  x2={x(at) + barWidth * 0.7}
                  y1={y(each)}
                  y2={y(each)}
                />
              ),
            )
          ) : (
            <polyline className="usual-line" points={line(chart.expected)} />
          )}
          {labelledPositions(labels.length, Math.max(2, Math.floor(inner / pixelsOfLabel))).map((at) => (
            <text
              key={chart.labels[at]}
              className="axis"
              x={Math.min(x(at), left + inner)}
              y={height - 6}
              textAnchor={at === labels.length - 1 && labels.length > 12 ? 'end' : 'middle'}
            >
              {labels[at]}
            </text>
          ))}
        </svg>
      </div>
    </figure>
  );
}
