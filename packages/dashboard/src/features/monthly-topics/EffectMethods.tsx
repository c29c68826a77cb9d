import type { MonthlyTopicEffect } from '@hotline-atlas/model';
import { bucketLabel } from '@hotline-atlas/ui/format/dates.ts';
import { exact, percent } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { ValueLink } from '../../panel/ObjectLink.tsx';
import { ScrollBox } from '../../panel/ScrollBox.tsx';
import { useScreen } from '../../screen/screen.ts';
import { estimateText, placeboText, pText, sizeText } from './effectTold.ts';
import { countText } from './numbers.ts';
import { effectWords } from './words-effect.ts';

interface MethodRow {
  name: string;
  under: string;
  effect: string;
  p: string;
}

/** The rows of both methods and of the placebo in time, as far as they are known. */
function useMethodRows(effect: MonthlyTopicEffect): MethodRow[] {
  const { language } = useScreen();
  const words = useWords(effectWords);
  const { methods } = words;
  const { synthetic, difference_in_differences: differences, placebo_in_time: inTime } = effect;
  const { kind } = effect.meta;
  const count = (value: number) => countText(value, language);
  const rows: MethodRow[] = [];
  if (synthetic)
    rows.push({
      name: methods.synthetic,
      under: methods.weights(count(synthetic.weights.length)),
      effect: estimateText(synthetic, kind, language),
      p: placeboText(synthetic, language),
    });
  if (differences)
    rows.push({
      name: methods.differences,
      under: methods.controls(count(differences.controls)),
      effect: estimateText(differences, kind, language),
      p: placeboText(differences, language),
    });
  if (inTime)
    rows.push({
      name: methods.inTime,
      under: methods.inTimeWhy(bucketLabel(`${inTime.from}-01`, 'month', language)),
      effect: estimateText(inTime, kind, language),
      p: inTime.p === null ? '\u2013' : words.pOnly(pText(inTime.p)),
    });
  return rows;
}

function MethodTable({ effect }: { effect: MonthlyTopicEffect }) {
  const { methods } = useWords(effectWords);
  const rows = useMethodRows(effect);
  if (rows.length === 0) return null;
  return (
    <ScrollBox label={methods.title}>
      <table className="effect-methods" data-testid="effect-methods">
        <caption>{methods.title}</caption>
        <thead>
          <tr>
            <th scope="col">{methods.name}</th>
            <th scope="col">{methods.effect}</th>
            <th scope="col">{methods.p}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, under, effect: text, p }) => (
            <tr key={name}>
              <th scope="row">
                {name}
                <small>{under}</small>
              </th>
              <td>{text}</td>
              <td>{p}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** So many controls are named; the rest is one row. */
const mostWeights = 8;

function Weights({ effect }: { effect: MonthlyTopicEffect }) {
  const { language } = useScreen();
  const words = useWords(effectWords);
  const { meta, synthetic } = effect;
  const weights = synthetic?.weights ?? [];
  if (weights.length === 0) return null;
  const rest = weights.slice(mostWeights);
  const share = rest.reduce((sum, { weight }) => sum + weight, 0);
  return (
    <>
      <h3>{words.weightsTitle}</h3>
      <p className="subtitle">
        {words.controlsUsed(countText(meta.used, language), countText(meta.candidates, language))}
      </p>
      <ol className="candidate-parts effect-weights">
        {weights.slice(0, mostWeights).map(({ control, weight }) => (
          <li key={control}>
            <span>
              <ValueLink dimension={meta.controls} code={control} />
            </span>
            <b>{percent(weight, language)}</b>
          </li>
        ))}
        {rest.length > 0 && (
          <li>
            <span>{words.weightsMore(countText(rest.length, language), percent(share, language))}</span>
          </li>
        )}
      </ol>
    </>
  );
}

/** Both methods side by side, how well the control went with the topic before, and what it is made of. */
export function EffectMethods({ effect }: { effect: MonthlyTopicEffect }) {
  const { language } = useScreen();
  const words = useWords(effectWords);
  const { synthetic } = effect;
  const { kind } = effect.meta;
  const size = (value: number) => sizeText(value, kind, language);
  const { pre_error: before = null, post_error: after = null, difference = null } = synthetic ?? {};
  const sign = difference !== null && difference > 0 ? '+' : '';
  return (
    <>
      <MethodTable effect={effect} />
      {before !== null && (
        <p className="subtitle">
          {after === null ? words.fitBefore(size(before)) : words.fit(size(before), size(after))}{' '}
          {kind === 'counts' &&
            difference !== null &&
            words.difference(`${sign}${exact(difference, language)}`)}
        </p>
      )}
      <Weights effect={effect} />
    </>
  );
}
