import {
  appealFieldNames,
  appealFieldOf,
  dimensionNames,
  type FieldForm,
  inLanguage,
  standardValues,
} from '@hotline-atlas/model';
import { momentLabel } from '@hotline-atlas/ui/format/dates.ts';
import { Dialog } from '@hotline-atlas/ui/kit/Dialog.tsx';
import { FailedPanel } from '@hotline-atlas/ui/kit/Failure.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { type Screen, useScreen } from '../../screen/screen.ts';
import { type Appeal, fieldText, useAppeal } from './useAppeals.ts';
import { appealWords } from './words.ts';
import './appeals.css';

const fieldOf = (name: string) => {
  const known = appealFieldNames.find((field) => field === name);
  return known && appealFieldOf(known);
};
const longTexts = ['id', 'text', 'reply'];

const known = (values: Record<string, { en: string; zh?: string }>, code: string, screen: Screen): string => {
  const found = values[code];
  return found ? inLanguage(found, screen.language) : code;
};

const labelOf = (name: string, { language }: Screen): string => {
  const field = fieldOf(name);
  return field ? inLanguage(field.label, language) : name;
};

/** A field in words. */
function textOf(appeal: Appeal, name: string, screen: Screen): string {
  const text = fieldText(appeal, name);
  const form: FieldForm | undefined = fieldOf(name)?.form;
  if (text === '') return form === 'answer' ? appealWords[screen.language].notAsked : '–';
  if (form === 'time') return momentLabel(text, screen.language);
  if (form === 'answer') return known(standardValues.answer, text, screen);
  if (name === 'handling') return known(standardValues.handling, text, screen);
  const dimension = dimensionNames.find((each) => each === name);
  return dimension && dimension !== 'cell' ? screen.label(dimension, text) : text;
}

function Fields({ appeal, columns }: { appeal: Appeal; columns: readonly string[] }) {
  const words = useWords(appealWords);
  const screen = useScreen();
  return (
    <>
      {screen.person.scope?.texts ? (
        <>
          <h3>{words.text}</h3>
          <p className="appeal-text">{fieldText(appeal, 'text') || words.noText}</p>
        </>
      ) : (
        <p className="note">{words.withheld}</p>
      )}
      {fieldText(appeal, 'reply') && (
        <>
          <h3>{words.reply}</h3>
          <p className="appeal-text">{fieldText(appeal, 'reply')}</p>
        </>
      )}
      <dl className="facts">
        {columns
          .filter((name) => !longTexts.includes(name))
          .map((name) => (
            <div key={name}>
              <dt>{labelOf(name, screen)}</dt>
              <dd>{textOf(appeal, name, screen)}</dd>
            </div>
          ))}
      </dl>
    </>
  );
}

/** One appeal with all its fields, beside the page. */
export function AppealSheet({ id }: { id: string }) {
  const words = useWords(appealWords);
  const { change } = useScreen();
  const view = useAppeal(id);
  const { answer, loading, error } = view;
  const appeal = answer?.rows[0];
  return (
    <Dialog
      title={words.sheet(id)}
      className="sheet"
      testId="appeal-sheet"
      onClose={() => change({ appeals: { open: '' } })}
    >
      {error && <FailedPanel view={view} />}
      {appeal && answer && <Fields appeal={appeal} columns={answer.meta.columns} />}
      {!appeal && !error && !loading && <p>{words.missing}</p>}
    </Dialog>
  );
}
