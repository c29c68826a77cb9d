import type { EvaluationMonth, EvaluationSchemes } from '@hotline-atlas/model';
import { inLanguage } from '@hotline-atlas/model';
import { bucketLabel } from '@hotline-atlas/ui/format/dates.ts';
import { Dialog } from '@hotline-atlas/ui/kit/Dialog.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useState } from 'react';
import { useRequest } from '../../questions/useRequest.ts';
import { useScreen } from '../../screen/screen.ts';
import { ObjectionForm, type ObjectionParty } from '../objections/ObjectionForm.tsx';
import { type EvaluatedOrder, monthOfOrder } from '../objections/orderMonth.ts';
import { objectionWords } from '../objections/words.ts';
import { type Appeal, fieldText } from './useAppeals.ts';

/** Where an order counts, once that is known. */
function useEvaluatedOrder(appeal: Appeal, isAsked: boolean): EvaluatedOrder | null {
  const { answer } = useRequest<EvaluationSchemes>(isAsked ? 'evaluation/schemes' : '');
  return answer ? monthOfOrder(answer, (date) => fieldText(appeal, date).slice(0, 10)) : null;
}

/** For whom somebody can object: who the order counts for in each group that ranks them. */
function usePartiesOf(appeal: Appeal, order: EvaluatedOrder | null): ObjectionParty[] {
  const { label, language } = useScreen();
  return (order?.scheme.groups ?? []).flatMap(({ name: group, by, members, label: groupLabel }) => {
    const unit = fieldText(appeal, by);
    return unit === '' || members?.includes(unit) === false
      ? []
      : [{ group, unit, name: `${label(by, unit)} · ${inLanguage(groupLabel, language)}` }];
  });
}

/** The way to object to what the evaluation counts of an order, while objections to its month are taken. */
export function ObjectToOrder({ appeal }: { appeal: Appeal }) {
  const { person, language } = useScreen();
  const words = useWords(objectionWords);
  const [isOpen, setOpen] = useState(false);
  const [isMade, setMade] = useState(false);
  const isOrder = fieldText(appeal, 'dispatched') !== '' && fieldText(appeal, 'excluded_reason') === '';
  const order = useEvaluatedOrder(appeal, person.may.has('object') && isOrder);
  const { answer } = useRequest<EvaluationMonth>(order ? `evaluation/month?month=${order.month}` : '');
  const parties = usePartiesOf(appeal, order);
  if (!order || !answer?.takes_objections || parties.length === 0) return null;
  const month = bucketLabel(`${order.month}-01`, 'month', language);
  if (isMade)
    return (
      <p className="hint" role="status">
        {words.made}
      </p>
    );
  return (
    <p className="screen-only">
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {words.makeTo(month)}
      </button>
      {isOpen && (
        <Dialog title={words.title(month)} testId="objection-dialog" onClose={() => setOpen(false)}>
          <ObjectionForm
            month={order.month}
            parties={parties}
            order={fieldText(appeal, 'id')}
            onDone={(made) => {
              setOpen(false);
              setMade(made);
            }}
          />
        </Dialog>
      )}
    </p>
  );
}
