import type { Objections } from '@hotline-atlas/model';
import { sequenced } from '@hotline-atlas/ui/format/joined.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { ObjectLink } from '../../panel/ObjectLink.tsx';
import { ScrollBox } from '../../panel/ScrollBox.tsx';
import { useRequest } from '../../questions/useRequest.ts';
import { useScreen } from '../../screen/screen.ts';
import { AskedPart } from './Part.tsx';
import { evaluationAddressOf } from './requests.ts';
import type { UnitMonth } from './useUnitMonth.ts';
import { depthWords } from './words-depth.ts';

function Rows({ objections }: { objections: Objections['objections'] }) {
  const { objections: words } = useWords(depthWords);
  return (
    <ScrollBox label={words.title}>
      <table>
        <caption className="hidden">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.order}</th>
            <th scope="col">{words.reason}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.decision}</th>
          </tr>
        </thead>
        <tbody>
          {objections.map(({ id, order, reason, text, state, decision }) => (
            <tr key={id}>
              <th scope="row">
                <ObjectLink to={{ page: 'appeal', object: order }}>{order}</ObjectLink>
              </th>
              <td>
                {words.reasons[reason]}
                {text && <p className="unit-note">{text}</p>}
              </td>
              <td>{words.states[state]}</td>
              <td>{decision?.reason ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** Objections to orders of the unit, and what they changed of its base. */
export function ObjectionsPart({ shown }: { shown: UnitMonth }) {
  const { objections: words } = useWords(depthWords);
  const { language } = useScreen();
  const { month, group, row, answer, at } = shown;
  const view = useRequest<Objections>(
    evaluationAddressOf('evaluation/objections', { month, group, unit: row.code }),
  );
  const [before, after] = [answer.units.base_before[at] ?? null, answer.units.base[at] ?? null];
  const isChanged = before !== null && after !== null && before !== after;
  const subtitle = [
    words.subtitle,
    ...(isChanged ? [words.base(exact(before, language), exact(after, language))] : []),
  ];
  return (
    <AskedPart name="objections" view={view} title={words.title} subtitle={sequenced(subtitle, language)}>
      {({ objections }) =>
        objections.length === 0 ? <p className="unit-note">{words.none}</p> : <Rows objections={objections} />
      }
    </AskedPart>
  );
}
