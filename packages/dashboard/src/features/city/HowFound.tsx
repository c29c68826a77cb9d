import { type FindingFigure, type Findings, inLanguage, type Language } from '@hotline-atlas/model';
import { changeFrom } from '@hotline-atlas/ui/answer/change.ts';
import { dimensionNamed } from '@hotline-atlas/ui/answer/columns.ts';
import { periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { exact, formatExact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { HowJudged } from '../../judgement/HowJudged.tsx';
import { useScreen } from '../../screen/screen.ts';
import { Mark } from '../change/Mark.tsx';
import { cityWords } from './words.ts';

type Unit = FindingFigure['unit'];

/** A value of a finding in its unit. */
const figureText = (value: number | null, unit: Unit, language: Language): string => {
  if (value === null) return '–';
  return unit === 'per_day' ? exact(value, language, 1) : formatExact(value, unit, language);
};

/** How a figure moved, in its unit. */
function figureChange(figure: FindingFigure, language: Language): string {
  const amount = figure.unit === 'share' ? figure.change : figure.change_share;
  return amount === null
    ? '–'
    : changeFrom(amount, figure.unit === 'share' ? 'share' : 'count', language).signed;
}

/** Numerator and denominator, where the figure has them. */
const figureCases = ({ numerator, denominator }: FindingFigure, language: Language): string =>
  denominator === null
    ? '–'
    : `${numerator === null ? '–' : exact(numerator, language)} / ${exact(denominator, language)}`;

/** Figures of a finding as a table: value, the other side, change, what it rests on, mark. */
export function FindingFigures({ figures, label }: { figures: readonly FindingFigure[]; label: string }) {
  const screen = useScreen();
  const { language } = screen;
  const words = useWords(cityWords);
  const { columns } = words;
  const named = ({ name, metric, unit, dimension, group, period }: FindingFigure) => {
    const known = dimension === null ? undefined : dimensionNamed(dimension);
    const of = known && group !== null ? screen.label(known, group) : '';
    const metricName = screen.metricLabel(metric);
    const whole = unit === 'per_day' ? words.perDay(metricName) : metricName;
    return [whole, words.kinds[name], of, periodLabel(period, language)].filter(Boolean).join(' · ');
  };
  return (
    <div className="table-scroll">
      <table aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{columns.figure}</th>
            {[columns.value, columns.before, columns.change, columns.cases].map((name) => (
              <th key={name} scope="col" className="number">
                {name}
              </th>
            ))}
            <th scope="col">{columns.mark}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={`${figure.name} ${figure.group} ${figure.compare} ${figure.period.from}`}>
              <td>{named(figure)}</td>
              <td className="number">{figureText(figure.value, figure.unit, language)}</td>
              <td className="number">{figureText(figure.before, figure.unit, language)}</td>
              <td className="number">{figureChange(figure, language)}</td>
              <td className="number">{figureCases(figure, language)}</td>
              <td>{figure.mark && <Mark mark={figure.mark} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface HowFoundProps {
  findings: Findings;
  sentence: Findings['sentences'][number];
  onClose: () => void;
}

/** The figures a sentence is made of, and the method behind it. */
export function HowFound({ findings, sentence, onClose }: HowFoundProps) {
  const { language } = useScreen();
  const words = useWords(cityWords);
  return (
    <HowJudged method={findings.method} meta={findings.meta} onClose={onClose}>
      <div>
        <h3>{inLanguage(sentence.text, language)}</h3>
        <p>{inLanguage(sentence.detail, language)}</p>
      </div>
      <FindingFigures figures={sentence.figures} label={words.figuresSaid} />
    </HowJudged>
  );
}
