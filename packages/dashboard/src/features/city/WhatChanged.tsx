import { type Change, inLanguage } from '@hotline-atlas/model';
import { bucketTick } from '@hotline-atlas/ui/format/dates.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { PanelBody } from '@hotline-atlas/ui/kit/PanelBody.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useRequest } from '../../questions/useRequest.ts';
import { useScreen } from '../../screen/screen.ts';
import { useCity } from './CityContext.ts';
import { ContributionTable } from './ContributionTable.tsx';
import { contributionsOf } from './contributions.ts';
import { changeAddress } from './questions.ts';
import { Section } from './Section.tsx';
import { changeWords } from './words-changed.ts';

/** Rows besides the rest. */
const mostRows = 8;

/** Which topics made the change of the month, with what is usual of the season beside; rows open stories. */
export function WhatChanged({ rows = mostRows }: { rows?: number }) {
  const { language, label, change } = useScreen();
  const words = useWords(changeWords);
  const { month, before } = useCity();
  const view = useRequest<Change>(
    before ? changeAddress({ metric: 'appeals', compare: 'previous', by: 'topic2' }, month.period) : '',
  );
  const { answer } = view;
  const told = answer && contributionsOf(answer, rows);
  const short = (day: string) => bucketTick(day, 'month', language);
  // While another month loads, names and numbers stay those of the answer in sight.
  const shown = {
    period: answer?.meta.period ?? month.period,
    before: answer ? answer.meta.compared_period : before,
  };
  const years = answer?.meta.season_years.slice().sort() ?? [];
  const subtitle = [
    shown.before &&
      words.subtitle(
        short(shown.period.from),
        short(shown.before.from),
        exact(answer?.meta.covered.paired?.days ?? 0, language),
        exact(Math.round(answer?.whole?.before ?? 0), language),
      ),
    years.length > 0 && words.years(years.join(language === 'zh' ? '、' : ', ')),
  ];
  const nameOf = (code: string) =>
    code === '' ? (
      words.unknown
    ) : (
      <button
        type="button"
        className="row-open"
        title={words.open(label('topic2', code))}
        onClick={() => change({ city: { story: `topic2:${code}` } })}
      >
        {label('topic2', code)}
      </button>
    );
  return (
    <Section
      name="changed"
      view={view}
      title={words.title}
      subtitle={answer ? subtitle.filter(Boolean).join(language === 'zh' ? '；' : '; ') : ''}
    >
      {!before && <p className="hint">{words.nothing}</p>}
      {before && (
        <PanelBody view={view}>
          {(body) =>
            told ? (
              <ContributionTable
                contributions={told}
                nameOf={nameOf}
                heading={words.topic}
                nowLabel={short(shown.period.from)}
                restLabel={words.rest}
                label={words.title}
              />
            ) : (
              <p className="hint">{body.notice ? inLanguage(body.notice, language) : words.nothing}</p>
            )
          }
        </PanelBody>
      )}
    </Section>
  );
}
