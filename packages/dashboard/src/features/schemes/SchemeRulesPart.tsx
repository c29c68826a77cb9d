import { dimensionOf, inLanguage, type SchemeRules } from '@hotline-atlas/model';
import { labelled } from '@hotline-atlas/ui/format/joined.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { ScrollBox } from '../../panel/ScrollBox.tsx';
import { useScreen } from '../../screen/screen.ts';
import { useReasonNames } from '../area/useReasonNames.ts';
import { RankingLink } from './RankingLink.tsx';
import { lastMonth } from './SchemeTimeline.tsx';
import { ScoringChart } from './ScoringChart.tsx';
import { classText, countedText, membersText, monthText, rulesText, scoringText, wholeText } from './told.ts';
import { schemeWords } from './words.ts';

interface Props {
  scheme: SchemeRules;
}

function Indicators({ scheme: { indicators } }: Props) {
  const { language } = useScreen();
  const { indicators: words } = useWords(schemeWords);
  const total = indicators.reduce((sum, { weight }) => sum + weight, 0);
  return (
    <ScrollBox label={words.caption}>
      <table>
        <caption>{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.counts}</th>
            <th scope="col" className="number">
              {words.weight}
            </th>
            <th scope="col">{words.scoring}</th>
            <th scope="col" className="number">
              {words.fewest}
            </th>
          </tr>
        </thead>
        <tbody>
          {indicators.map((indicator) => {
            const name = inLanguage(indicator.label, language);
            const numerator = countedText(indicator.numerator, language);
            const denominator = wholeText(indicator.denominator, language);
            return (
              <tr key={indicator.name}>
                <th scope="row">{name}</th>
                <td>
                  {words.of(numerator, denominator)}
                  {indicator.optional && <small> · {words.optional}</small>}
                </td>
                <td className="number">{exact(indicator.weight, language, 2)}</td>
                <td>
                  <div className="scheme-scoring">
                    <ScoringChart indicator={indicator} label={words.chart(name)} />
                    <span>{scoringText(indicator, language)}</span>
                  </div>
                </td>
                <td className="number">{exact(indicator.fewest, language)}</td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {words.total}
            </th>
            <td className="number">{exact(total, language, 2)}</td>
            <td colSpan={2} />
          </tr>
        </tfoot>
      </table>
    </ScrollBox>
  );
}

function Groups({ scheme }: Props) {
  const { language, label, meta } = useScreen();
  const { groups: words } = useWords(schemeWords);
  const last = meta.lastDay?.slice(0, 7) ?? scheme.from;
  const month = scheme.to !== null && lastMonth(scheme.to) < last ? lastMonth(scheme.to) : '';
  return (
    <ScrollBox label={words.caption}>
      <table>
        <caption>{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.by}</th>
            <th scope="col">{words.which}</th>
            <th scope="col">{words.called}</th>
          </tr>
        </thead>
        <tbody>
          {scheme.groups.map((group) => (
            <tr key={group.name}>
              <th scope="row">
                <RankingLink month={month} group={group.name}>
                  {inLanguage(group.label, language)}
                </RankingLink>
              </th>
              <td>{inLanguage(dimensionOf(group.by).label, language)}</td>
              <td>{membersText(group, (code) => label(group.by, code), language)}</td>
              <td>{group.called_in > 0 ? words.last(exact(group.called_in, language)) : words.nobody}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Classes({ scheme: { classes } }: Props) {
  const { language } = useScreen();
  const { classes: words } = useWords(schemeWords);
  if (classes.length === 0) return null;
  return (
    <ScrollBox label={words.caption}>
      <table>
        <caption>{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.when}</th>
          </tr>
        </thead>
        <tbody>
          {classes.map((rule) => (
            <tr key={rule.name}>
              <th scope="row">{inLanguage(rule.label, language)}</th>
              <td>{classText(rule, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** Every rule of one scheme: in words, then as tables. */
export function SchemeRulesPart({ scheme }: Props) {
  const { language } = useScreen();
  const words = useWords(schemeWords);
  const reasonOf = useReasonNames();
  const { from, to } = scheme;
  const valid =
    to === null
      ? words.since(monthText(from, language))
      : words.to(monthText(from, language), monthText(lastMonth(to), language));
  return (
    <section className="scheme" aria-labelledby={`scheme-${scheme.name}`} data-testid="scheme">
      <h2 id={`scheme-${scheme.name}`} tabIndex={-1}>
        {inLanguage(scheme.label, language)}
      </h2>
      <p className="subtitle">
        {valid}
        {scheme.example && <b> {words.example}</b>}
      </p>
      <ul className="scheme-rules">
        {rulesText(scheme, reasonOf, language).map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      <Indicators scheme={scheme} />
      <div className="scheme-two">
        <Groups scheme={scheme} />
        <Classes scheme={scheme} />
      </div>
      <p className="scheme-source">{labelled(words.source, scheme.source, language)}</p>
    </section>
  );
}
