import { inLanguage, type JudgementMeta, type Method, type Notice } from '@hotline-atlas/model';
import { csvOf, download } from '@hotline-atlas/ui/answer/csv.ts';
import type { Table } from '@hotline-atlas/ui/answer/table.ts';
import { labelled } from '@hotline-atlas/ui/format/joined.ts';
import { PanelBody } from '@hotline-atlas/ui/kit/PanelBody.tsx';
import { PanelShell } from '@hotline-atlas/ui/kit/PanelShell.tsx';
import { PanelTable } from '@hotline-atlas/ui/kit/PanelTable.tsx';
import type { Requested } from '@hotline-atlas/ui/request/asking.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import type { ReactNode } from 'react';
import type { PanelName } from '../address/shared.ts';
import { usePending } from '../address/useNavigation.ts';
import { fileOfPanel } from '../panel/fileOfPanel.ts';
import { PanelButtons } from '../panel/PanelButtons.tsx';
import { useTableSwitch } from '../panel/useTableSwitch.ts';
import { describeSelection } from '../screen/describe.ts';
import { useScreen } from '../screen/screen.ts';
import { HowJudged } from './HowJudged.tsx';
import { judgementWords } from './words.ts';
import './judgement.css';

/** What all judgements have in common. */
export interface Judged {
  meta: JudgementMeta;
  method: Method;
  notice: Notice | null;
}

export interface JudgementPanelProps<Answer extends Judged> {
  name: PanelName;
  view: Requested<Answer>;
  title: string;
  subtitle: string;
  controls?: ReactNode;
  className?: string;
  /** The same as numbers; asked for only when it is to be shown or saved. */
  table: (answer: Answer) => Table;
  /** Address of a file with everything, where the table has only a part. */
  file?: string;
  children: (answer: Answer) => ReactNode;
}

function Buttons<Answer extends Judged>(props: JudgementPanelProps<Answer> & { answer: Answer }) {
  const screen = useScreen();
  const words = useWords(judgementWords);
  const { messages } = screen;
  const { answer, name, file } = props;
  const remarks = () => [
    props.title,
    props.subtitle,
    ...describeSelection(screen),
    inLanguage(answer.method.summary, screen.language),
    labelled(messages.how.version, String(answer.meta.as_of.version), screen.language),
    ...(screen.meta.synthetic ? [messages.syntheticLong] : []),
  ];
  const save = () => download(fileOfPanel(name, answer.meta, screen), csvOf(props.table(answer), remarks()));
  return (
    <PanelButtons
      name={name}
      onSave={save}
      file={file ? { address: file, label: words.csv } : undefined}
      howLabel={words.how.title}
      how={(close) => <HowJudged method={answer.method} meta={answer.meta} onClose={close} />}
    />
  );
}

function Finding<Answer extends Judged>(props: JudgementPanelProps<Answer> & { answer: Answer }) {
  const { language } = useScreen();
  const { isTable } = useTableSwitch(props.name);
  const { answer } = props;
  if (answer.notice)
    return (
      <div className="panel-message">
        <p>{inLanguage(answer.notice, language)}</p>
      </div>
    );
  if (isTable)
    return <PanelTable table={props.table(answer)} caption={`${props.title}. ${props.subtitle}`} />;
  return props.children(answer);
}

/**
 * The frame around every judgement: finding, what was judged, table, file, and how it was computed one click
 * away.
 */
export function JudgementPanel<Answer extends Judged>(props: JudgementPanelProps<Answer>) {
  const words = useWords(judgementWords);
  const { view, title } = props;
  return (
    <PanelShell
      name={props.name}
      view={view}
      pending={usePending()}
      label={title}
      title={title}
      subtitle={props.subtitle}
      buttons={view.answer && <Buttons {...props} answer={view.answer} />}
      controls={props.controls}
      className={props.className}
    >
      <PanelBody view={view} waitingText={words.judging}>
        {(answer) => <Finding {...props} answer={answer} />}
      </PanelBody>
    </PanelShell>
  );
}
