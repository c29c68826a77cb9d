import { candidateLevels, inLanguage } from '@hotline-atlas/model';
import { Segmented } from '@hotline-atlas/ui/kit/Segmented.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useId } from 'react';
import { PageRow } from '../../panel/PageRow.tsx';
import { ownValues } from '../../screen/person.ts';
import { type Screen, useScreen } from '../../screen/screen.ts';
import { placeText } from './candidateTexts.ts';
import { MonthStepper } from './MonthStepper.tsx';
import { countText } from './numbers.ts';
import { candidateWords } from './words-candidates.ts';

/** The districts candidates can be asked for: those somebody sees appeals of. */
function districtsOf({ meta, person, language }: Screen): { code: string; name: string }[] {
  const own = ownValues(person, 'district');
  return Object.entries(meta.labels.district ?? {})
    .filter(([code]) => own === null || own.includes(code))
    .map(([code, name]) => ({ code, name: inLanguage(name, language) }));
}

function PlaceSelect() {
  const screen = useScreen();
  const words = useWords(candidateWords);
  const id = useId();
  const districts = districtsOf(screen);
  if (districts.length < 2) return null;
  return (
    <label className="select" htmlFor={id}>
      <span>{words.place}</span>
      <select
        id={id}
        value={screen.state.evaluation.within}
        onChange={({ target }) =>
          screen.change({ evaluation: { within: target.value }, monthlyTopics: { candidate: '' } })
        }
      >
        <option value="">{placeText(null, screen)}</option>
        {districts.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Candidates or topics that are kept; which month, level and place. @param kept how many are kept */
export function CandidatesBar({ month, kept }: { month: string; kept: number | null }) {
  const { state, language, change } = useScreen();
  const words = useWords(candidateWords);
  const { show, level } = state.monthlyTopics;
  return (
    <PageRow>
      <Segmented
        label={words.show}
        chosen={show}
        onChoose={(name) => change({ monthlyTopics: { show: name, candidate: '' } })}
        options={[
          { name: 'candidates', label: words.candidates },
          { name: 'kept', label: words.kept(kept === null ? '\u2013' : countText(kept, language)) },
        ]}
      />
      {show === 'candidates' && (
        <>
          {month !== '' && <MonthStepper month={month} />}
          <Segmented
            label={words.level}
            chosen={level}
            onChoose={(name) => change({ monthlyTopics: { level: name, candidate: '' } })}
            options={candidateLevels.map((name) => ({ name, label: words.levels[name] }))}
          />
          <PlaceSelect />
        </>
      )}
    </PageRow>
  );
}
