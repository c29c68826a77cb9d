import {
  type AppealRecord,
  appealFieldNames,
  appealFieldOf,
  dimensionNames,
  type FieldForm,
  inLanguage,
  standardValues,
} from '@hotline-atlas/model';
import { momentLabel } from '@hotline-atlas/ui/format/dates.ts';
import type { ReactNode } from 'react';
import { ValueLink } from '../../panel/ObjectLink.tsx';
import { type Screen, useScreen } from '../../screen/screen.ts';
import { fieldText } from './useAppeals.ts';
import { appealWords } from './words.ts';

const fieldOf = (name: string) => {
  const known = appealFieldNames.find((field) => field === name);
  return known && appealFieldOf(known);
};

const known = (values: Record<string, { en: string; zh?: string }>, code: string, screen: Screen): string => {
  const found = values[code];
  return found ? inLanguage(found, screen.language) : code;
};

const labelOf = (name: string, { language }: Screen): string => {
  const field = fieldOf(name);
  return field ? inLanguage(field.label, language) : name;
};

/** A field in words; a link where its value has a page of its own. */
function Value({ appeal, name }: { appeal: AppealRecord; name: string }): ReactNode {
  const screen = useScreen();
  const text = fieldText(appeal, name);
  const form: FieldForm | undefined = fieldOf(name)?.form;
  if (text === '') return form === 'answer' ? appealWords[screen.language].notAsked : '–';
  if (form === 'time') return momentLabel(text, screen.language);
  if (form === 'answer') return known(standardValues.answer, text, screen);
  if (name === 'handling') return known(standardValues.handling, text, screen);
  if (name === 'cell') return screen.label('cell', text);
  const dimension = dimensionNames.find((each) => each === name);
  return dimension ? <ValueLink dimension={dimension} code={text} /> : text;
}

interface AppealFactsProps {
  appeal: AppealRecord;
  columns: readonly string[];
  /** Fields told elsewhere. */
  without: readonly string[];
}

/** The fields of an appeal, by name. The cell tells whom nobody shows the point roughly where that is. */
export function AppealFacts({ appeal, columns, without }: AppealFactsProps) {
  const screen = useScreen();
  const hasPoint = fieldText(appeal, 'latitude') !== '';
  return (
    <dl className="facts">
      {columns
        .filter((name) => !without.includes(name) && !(name === 'cell' && hasPoint))
        .map((name) => (
          <div key={name}>
            <dt>{labelOf(name, screen)}</dt>
            <dd>
              <Value appeal={appeal} name={name} />
            </dd>
          </div>
        ))}
    </dl>
  );
}
