import { type ObjectionState, objectionStates } from '@hotline-atlas/model';
import { bucketLabel } from '@hotline-atlas/ui/format/dates.ts';
import { Dialog } from '@hotline-atlas/ui/kit/Dialog.tsx';
import { PanelBody } from '@hotline-atlas/ui/kit/PanelBody.tsx';
import { Segmented } from '@hotline-atlas/ui/kit/Segmented.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useState } from 'react';
import { useScreen } from '../../screen/screen.ts';
import { ObjectionForm } from '../objections/ObjectionForm.tsx';
import { objectionWords } from '../objections/words.ts';
import { useShownMonth } from './MonthContext.ts';
import { ObjectionItem } from './ObjectionItem.tsx';
import { counted } from './told.ts';
import { useMonthLife, useObjections } from './useLife.ts';
import { objectionListWords } from './words-life.ts';

/** Objects by the number of an order, for one of the own units. */
function Raise() {
  const { person, state } = useScreen();
  const words = useWords(objectionListWords);
  const { answer, rows, names } = useShownMonth();
  const { answer: life } = useMonthLife();
  const [isOpen, setOpen] = useState(false);
  if (!person.may.has('object') || !life) return null;
  if (!life.takes_objections) return <p className="hint">{words.notTaken}</p>;
  if (!isOpen)
    return (
      <p>
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {words.raise}
        </button>
      </p>
    );
  const own = rows.filter(({ details }) => details);
  const first = own.filter(({ code }) => code === state.evaluation.unit);
  const parties = [...first, ...own.filter((row) => !first.includes(row))].map(({ code }) => ({
    group: answer.meta.group.name,
    unit: code,
    name: names.unit(code),
  }));
  return <ObjectionForm month={life.month} parties={parties} order="" onDone={() => setOpen(false)} />;
}

/** The objections to the month: whose, why, what was decided; who may decides them here. */
export function ObjectionsDialog() {
  const { language, change } = useScreen();
  const words = useWords(objectionListWords);
  const { states } = useWords(objectionWords);
  const { answer } = useShownMonth();
  const view = useObjections();
  const [shown, setShown] = useState<ObjectionState | 'all'>('all');
  const name = bucketLabel(`${answer.meta.month}-01`, 'month', language);
  return (
    <Dialog
      title={words.title(name)}
      className="objections"
      testId="objections-dialog"
      onClose={() => change({ evaluation: { open: null } })}
    >
      <Raise />
      <PanelBody view={view}>
        {({ objections, counts, limited }) => (
          <>
            <Segmented
              label={words.filter}
              chosen={shown}
              onChoose={setShown}
              options={[
                { name: 'all', label: words.all },
                ...objectionStates.map((each) => ({
                  name: each,
                  label: `${states[each]} ${counted(counts[each], language)}`,
                })),
              ]}
            />
            {objections.length === 0 && <p className="hint">{words.none}</p>}
            {limited && <p className="hint">{words.limited}</p>}
            <ol className="objection-list">
              {objections
                .filter((each) => shown === 'all' || each.state === shown)
                .map((each) => (
                  <ObjectionItem key={each.id} objection={each} />
                ))}
            </ol>
          </>
        )}
      </PanelBody>
    </Dialog>
  );
}
