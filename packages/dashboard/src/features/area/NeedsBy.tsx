import type { Clause } from '@hotline-atlas/model';
import { numberIn, type Row, textIn } from '@hotline-atlas/ui/answer/row.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { PanelBody } from '@hotline-atlas/ui/kit/PanelBody.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { ValueLink } from '../../panel/ObjectLink.tsx';
import { useScreen } from '../../screen/screen.ts';
import type { Need } from './address.ts';
import { OrdersLink } from './links.tsx';
import { clausesOfNeed, openMetrics, useOpenBy } from './useNeeds.ts';
import { areaPageWords } from './words.ts';

const most = 12;

const total = (rows: readonly Row[], metric: string): number =>
  rows.reduce((sum, row) => sum + (numberIn(row, metric) ?? 0), 0);

interface CountProps {
  need: Exclude<Need, 'again'>;
  count: number;
  where: readonly Clause[];
}

function Count({ need, count, where }: CountProps) {
  const { language } = useScreen();
  if (count === 0) return <td className="number none">–</td>;
  return (
    <td className="number">
      <OrdersLink where={[...where, ...clausesOfNeed(need)]}>{exact(count, language)}</OrdersLink>
    </td>
  );
}

/** Open orders counted by unit or by subdistrict; each count leads to its orders. */
export function NeedsBy({ by, where }: { by: 'unit' | 'subdistrict'; where: readonly Clause[] }) {
  const { language } = useScreen();
  const { needs } = useWords(areaPageWords);
  const view = useOpenBy(by, where);
  return (
    <PanelBody view={view}>
      {({ rows }) => {
        const sorted = rows
          .filter((row) => (numberIn(row, 'open') ?? 0) > 0)
          .sort(
            (a, b) =>
              (numberIn(b, 'overdue') ?? 0) - (numberIn(a, 'overdue') ?? 0) ||
              (numberIn(b, 'open') ?? 0) - (numberIn(a, 'open') ?? 0),
          );
        const rest = sorted.slice(most);
        return (
          <table className="needs-by">
            <thead>
              <tr>
                <th scope="col">{needs.count[by]}</th>
                {openMetrics.map((metric) => (
                  <th key={metric} scope="col" className="number">
                    {needs.tabs[metric]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sorted.slice(0, most).map((row) => {
                const code = textIn(row, by);
                const own: Clause = { dimension: by, exclude: false, values: [code] };
                return (
                  <tr key={code}>
                    <th scope="row">
                      <ValueLink dimension={by} code={code} />
                    </th>
                    {openMetrics.map((metric) => (
                      <Count
                        key={metric}
                        need={metric}
                        count={numberIn(row, metric) ?? 0}
                        where={[...where, own]}
                      />
                    ))}
                  </tr>
                );
              })}
              {rest.length > 0 && (
                <tr className="rest">
                  <th scope="row">{needs.restOf(exact(rest.length, language))}</th>
                  {openMetrics.map((metric) => (
                    <td key={metric} className="number">
                      {exact(total(rest, metric), language)}
                    </td>
                  ))}
                </tr>
              )}
            </tbody>
          </table>
        );
      }}
    </PanelBody>
  );
}
