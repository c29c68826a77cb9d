import { changeMarks, type Growth, growthMarkWords, inLanguage } from '@hotline-atlas/model';
import { periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { exact, percent } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { StateLink } from '../../panel/ObjectLink.tsx';
import { type Screen, useScreen } from '../../screen/screen.ts';
import type { Shown } from './asking.ts';
import { GrowthMatrix } from './GrowthMatrix.tsx';
import { type JudgedWords, judgedWords } from './judged-words.ts';
import { mapState } from './links.tsx';
import { matrixOf, useGrowth } from './useGrowth.ts';
import { Zone } from './Zone.tsx';

/** The largest growth that is beyond chance, in words. */
function titleOf(answer: Growth, { growth }: JudgedWords, { label }: Screen): string {
  const { findings, meta, whole, notice } = answer;
  if (!whole || notice) return growth.unjudged;
  const [first, ...more] = findings.filter(({ now, usual }) => now > usual);
  if (!first) return growth.none;
  const [row, column] = [label(meta.rows, first.row), label(meta.columns, first.column)];
  const isOfUnits = meta.columns === 'unit';
  const said = isOfUnits
    ? growth.with(row, column)
    : (first.is_new ? growth.isNew : growth.grows)(column, row);
  return said + (more.length > 0 ? growth.more(more.length) : '');
}

/** What the marks mean that stand in the matrix, how many cells were tested, and what is not known. */
function Key({ answer }: { answer: Growth }) {
  const { language } = useScreen();
  const words = useWords(judgedWords).growth;
  const { meta, whole } = answer;
  const standing = new Set([...answer.cells.mark, ...answer.rows.mark]);
  const marks = changeMarks.filter((mark) => mark !== 'chance' && mark !== 'too_few' && standing.has(mark));
  const { unknown } = meta.rest.rows;
  return (
    <p className="zone-foot">
      {[
        ...marks.map(
          (mark) => `${growthMarkWords[mark].symbol} ${inLanguage(growthMarkWords[mark].label, language)}`,
        ),
        unknown > 0 && words.unknown(exact(unknown, language)),
        whole && words.total(exact(whole.now, language)),
        words.tested(exact(meta.tested, language), percent(meta.level, language)),
      ]
        .filter(Boolean)
        .join(' · ')}
    </p>
  );
}

/** Where it grows: subdistricts against topics, or topics against units, each against its own usual level. */
export function GrowthPanel({ shown }: { shown: Shown }) {
  const screen = useScreen();
  const { state, meta, language } = screen;
  const words = useWords(judgedWords);
  const { rows, columns } = matrixOf(shown.area, meta);
  const view = useGrowth(shown.where, shown.days, rows, columns);
  const { answer } = view;
  return (
    <Zone
      name="growth"
      view={view}
      label={words.growth.panel}
      title={answer ? titleOf(answer, words, screen) : words.growth.unjudged}
      subtitle={words.growth.subtitle(periodLabel(answer?.meta.period ?? shown.days, language))}
      ways={
        <StateLink className="link" to={mapState(state, shown.where, shown.days)}>
          {words.growth.asMap}
        </StateLink>
      }
      judged={answer}
    >
      {(growth) =>
        growth.notice || !growth.whole ? (
          <p className="panel-message">
            {growth.notice ? inLanguage(growth.notice, language) : screen.messages.panels.empty}
          </p>
        ) : (
          <>
            <GrowthMatrix answer={growth} shown={shown} />
            <Key answer={growth} />
          </>
        )
      }
    </Zone>
  );
}
