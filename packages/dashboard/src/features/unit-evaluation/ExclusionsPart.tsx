import { objectionUpheld, type UnitEvaluation } from '@hotline-atlas/model';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { ScrollBox } from '../../panel/ScrollBox.tsx';
import { useScreen } from '../../screen/screen.ts';
import { useReasonNames } from '../area/useReasonNames.ts';
import { Mark } from '../change/Mark.tsx';
import { rateText } from './numbers.ts';
import { Part } from './Part.tsx';
import { depthWords } from './words-depth.ts';

/** Orders left out of the base by reason, against the group. */
export function ExclusionsPart({ depth }: { depth: UnitEvaluation }) {
  const { exclusions: words } = useWords(depthWords);
  const { language } = useScreen();
  const reasonOf = useReasonNames();
  const reasons = (depth.reasons ?? []).filter(({ orders }) => orders > 0);
  const nameOf = (reason: string) => (reason === objectionUpheld ? words.upheld : reasonOf(reason));
  return (
    <Part name="exclusions" title={words.title} subtitle={words.subtitle}>
      {reasons.length === 0 ? (
        <p className="unit-note">{words.none}</p>
      ) : (
        <ScrollBox label={words.title}>
          <table>
            <caption className="hidden">{words.title}</caption>
            <thead>
              <tr>
                <th scope="col">{words.reason}</th>
                <th scope="col">{words.counts}</th>
                <th scope="col" className="number">
                  {words.orders}
                </th>
                <th scope="col" className="number">
                  {words.share}
                </th>
                <th scope="col" className="number">
                  {words.group}
                </th>
              </tr>
            </thead>
            <tbody>
              {reasons.map(({ reason, counts, orders, share, group_share, mark }) => (
                <tr key={reason}>
                  <th scope="row">{nameOf(reason)}</th>
                  <td>{counts ? words.out : words.stays}</td>
                  <td className="number">{exact(orders, language)}</td>
                  <td className="number">
                    {rateText(share, language)} {mark && <Mark mark={mark} />}
                  </td>
                  <td className="number">{rateText(group_share, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </Part>
  );
}
