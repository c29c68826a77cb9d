import { type Answer, encodeQuery, floorTo, metricOf, type Period, shift } from '@hotline-atlas/model';
import { numberIn, textIn } from '@hotline-atlas/ui/answer/row.ts';
import { periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { exact, formatExact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { ValueLink } from '../../panel/ObjectLink.tsx';
import { useRequest } from '../../questions/useRequest.ts';
import { ownValues } from '../../screen/person.ts';
import { useScreen } from '../../screen/screen.ts';
import type { ShownArea } from './area.ts';
import { knownDays } from './asking.ts';
import { areaPageWords } from './words.ts';
import { Zone } from './Zone.tsx';

const metrics = [
  'appeals',
  'response_rate',
  'resolution_rate',
  'satisfaction_rate',
  'on_time_rate',
  'median_hours_to_close',
  'excluded_share',
] as const;

/** The newest month that is over. */
function publishedMonth(completeTo: string): Period {
  const to = floorTo(completeTo, 'month');
  return { from: shift(to, 'month', -1), to };
}

/** What is published of a district whose appeals are not open to who asks, beside their own. */
export function PublishedArea({ area, name }: { area: ShownArea; name: string }) {
  const screen = useScreen();
  const { person, language, metricLabel, messages } = screen;
  const words = useWords(areaPageWords).published;
  const isPublished = area.level === 'district' && (person.scope?.published.includes('district') ?? false);
  const days = publishedMonth(knownDays(screen).completeTo);
  const own = ownValues(person, 'district') ?? [];
  const codes = [area.code, ...own];
  const view = useRequest<Answer>(
    isPublished
      ? `query?${encodeQuery({
          metrics: [...metrics],
          by: ['district'],
          where: [{ dimension: 'district', exclude: false, values: codes }],
          withoutRegimes: [],
          order: [],
          resolution: 8,
          scope: 'published',
          ...days,
        })}`
      : '',
  );
  if (!isPublished) return <p className="page-message">{words.none}</p>;
  return (
    <div className="area-page">
      <Zone
        name="published"
        view={view}
        label={name}
        title={words.title(name, periodLabel(days, language))}
        subtitle={words.subtitle}
      >
        {({ rows }) => {
          const rowOf = (code: string) => rows.find((row) => textIn(row, 'district') === code);
          return (
            <table className="published">
              <thead>
                <tr>
                  <th scope="col">{words.figure}</th>
                  {codes.map((code) => (
                    <th key={code} scope="col" className="number">
                      <ValueLink dimension="district" code={code} />
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {metrics.map((metric) => (
                  <tr key={metric}>
                    <th scope="row">{metricLabel(metric)}</th>
                    {codes.map((code) => {
                      const row = rowOf(code);
                      const value = numberIn(row, metric);
                      const whole = numberIn(row, `${metric}_denominator`);
                      return (
                        <td key={code} className="number">
                          {value === null ? '–' : formatExact(value, metricOf(metric).unit, language)}
                          {value !== null && whole !== null && (
                            <small>
                              {' '}
                              {messages.panels.of(
                                exact(numberIn(row, `${metric}_numerator`) ?? 0, language),
                                exact(whole, language),
                              )}
                            </small>
                          )}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          );
        }}
      </Zone>
    </div>
  );
}
