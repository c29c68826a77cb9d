import type { EvaluationCourse } from '@hotline-atlas/model';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { Icon } from '@hotline-atlas/ui/kit/Icon.tsx';
import { IconButton } from '@hotline-atlas/ui/kit/IconButton.tsx';
import { Popover } from '@hotline-atlas/ui/kit/Popover.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { CodePicker } from '../../panel/CodePicker.tsx';
import { useRequest } from '../../questions/useRequest.ts';
import { useScreen } from '../../screen/screen.ts';
import { BesideTable } from './BesideTable.tsx';
import { useCourseFile } from './CoursePart.tsx';
import { PairsTable } from './PairsTable.tsx';
import { AskedPart, Part } from './Part.tsx';
import { besideOf, courseAddress, mostBeside } from './requests.ts';
import type { UnitMonth } from './useUnitMonth.ts';
import { courseWords } from './words-course.ts';
import './beside.css';

/** Chooses who stands beside the unit: others of its group, at most four. */
function Picker({ shown, beside }: { shown: UnitMonth; beside: readonly string[] }) {
  const { beside: words } = useWords(courseWords);
  const { label, language, change } = useScreen();
  const { answer, row, by } = shown;
  const others = answer.units.unit.filter((code) => code !== row.code);
  const choose = (codes: readonly string[]) =>
    change({ evaluation: { beside: codes.slice(0, mostBeside).join(',') } });
  const isFull = beside.length >= mostBeside;
  return (
    <Popover
      label={words.choose}
      className="beside-picker screen-only"
      button={
        <>
          <Icon name="plus" /> {words.choose}
        </>
      }
    >
      <CodePicker
        label={words.choose}
        none={words.none}
        options={others.map((code) => ({ code, name: label(by, code) }))}
        chosen={beside}
        onChoose={choose}
      />
      {isFull && <p className="hint">{words.full(exact(mostBeside, language))}</p>}
    </Popover>
  );
}

/** Who stands beside the unit, each with a way to remove it. */
function Chips({ shown, beside }: { shown: UnitMonth; beside: readonly string[] }) {
  const { beside: words } = useWords(courseWords);
  const { label, change } = useScreen();
  return (
    <ul className="beside-chips screen-only">
      {beside.map((code) => {
        const name = label(shown.by, code);
        const without = beside.filter((each) => each !== code).join(',');
        return (
          <li key={code}>
            {name}
            <IconButton
              icon="close"
              label={words.remove(name)}
              onClick={() => change({ evaluation: { beside: without } })}
            />
          </li>
        );
      })}
    </ul>
  );
}

function Compared({ shown, beside }: { shown: UnitMonth; beside: readonly string[] }) {
  const { beside: words } = useWords(courseWords);
  const save = useCourseFile(shown);
  const { month, group, row } = shown;
  const units = [row.code, ...beside];
  const view = useRequest<EvaluationCourse>(courseAddress(group, units, month));
  const { answer } = view;
  return (
    <AskedPart
      name="beside"
      view={view}
      title={words.title}
      subtitle={words.subtitle}
      buttons={
        <>
          <Chips shown={shown} beside={beside} />
          <Picker shown={shown} beside={beside} />
          {answer && (
            <IconButton icon="download" label={words.closed} onClick={() => save(answer, words.closed)} />
          )}
        </>
      }
    >
      {(course) => (
        <>
          <BesideTable course={course} shown={shown} />
          <PairsTable shown={shown} units={units} />
        </>
      )}
    </AskedPart>
  );
}

/** Up to five units on one scale, and whether each pair is told apart. */
export function BesidePart({ shown }: { shown: UnitMonth }) {
  const { beside: words } = useWords(courseWords);
  const { state } = useScreen();
  const known = new Set(shown.answer.units.unit);
  const beside = besideOf(state).filter((code) => known.has(code));
  if (beside.length > 0) return <Compared shown={shown} beside={beside} />;
  return (
    <Part name="beside" title={words.title} buttons={<Picker shown={shown} beside={[]} />}>
      <p className="unit-note">{words.none}</p>
    </Part>
  );
}
