import { inLanguage, type JudgementMeta, type Method, type Notice } from '@hotline-atlas/model';
import { type ReactNode, useState } from 'react';
import type { Table } from '../api/table.ts';
import type { Asking } from '../api/useAnswer.ts';
import { describeFilters } from '../controls/describe.ts';
import { csvOf, download } from '../format/csv.ts';
import { Icon } from '../panels/Icon.tsx';
import { FailedPanel } from '../panels/PanelStates.tsx';
import { PanelTable } from '../panels/PanelTable.tsx';
import { useTableSwitch } from '../panels/useTableSwitch.ts';
import { isOld, stateOf, Waiting } from '../panels/Waiting.tsx';
import type { PanelName } from '../state/schema.ts';
import { useScreen } from '../state/screen.ts';
import { HowJudged } from './HowJudged.tsx';
import { useWords } from './words/index.ts';

/** What all judgements have in common. */
export interface Judged {
  meta: JudgementMeta;
  method: Method;
  notice: Notice | null;
}

/** A judgement on its way, here, or failed. */
export interface JudgementView<Answer extends Judged> extends Asking {
  answer: Answer | undefined;
}

export interface JudgementPanelProps<Answer extends Judged> {
  name: PanelName;
  view: JudgementView<Answer>;
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
  const words = useWords();
  const { messages } = screen;
  const { answer, name, file } = props;
  const { isTable, flip } = useTableSwitch(name);
  const [asksHow, setAsksHow] = useState(false);
  const remarks = () => [
    props.title,
    props.subtitle,
    ...describeFilters(screen.state.where, screen),
    inLanguage(answer.method.summary, screen.language),
    `${messages.how.version}: ${answer.meta.as_of.version}`,
    ...(screen.meta.synthetic ? [messages.syntheticLong] : []),
  ];
  const save = () =>
    download(
      `${screen.meta.code}-${name}-${answer.meta.period.to}.csv`,
      csvOf(props.table(answer), remarks()),
    );
  const tableLabel = isTable ? messages.panels.chart : messages.panels.table;
  return (
    <div className="panel-buttons">
      <button type="button" className="icon-button" aria-label={tableLabel} title={tableLabel} onClick={flip}>
        <Icon name={isTable ? 'chart' : 'table'} />
      </button>
      {file ? (
        <a className="icon-button" href={file} download aria-label={words.csv} title={words.csv}>
          <Icon name="download" />
        </a>
      ) : (
        <button
          type="button"
          className="icon-button"
          aria-label={messages.panels.download}
          title={messages.panels.download}
          onClick={save}
        >
          <Icon name="download" />
        </button>
      )}
      <button
        type="button"
        className="icon-button"
        aria-label={words.how.title}
        title={words.how.title}
        onClick={() => setAsksHow(true)}
      >
        <Icon name="how" />
      </button>
      {asksHow && <HowJudged method={answer.method} meta={answer.meta} onClose={() => setAsksHow(false)} />}
    </div>
  );
}

function Body<Answer extends Judged>(props: JudgementPanelProps<Answer>) {
  const { language } = useScreen();
  const words = useWords();
  const { isTable } = useTableSwitch(props.name);
  const { answer, error, retry } = props.view;
  if (error && !answer) return <FailedPanel error={error} retry={retry} />;
  if (!answer && props.view.stopped) return <div className="skeleton" />;
  if (!answer)
    return (
      <div className="skeleton judging" role="status">
        {words.judging}
      </div>
    );
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

/** The frame around every judgement: finding, what was judged, table, file, and how it was computed one click away. */
export function JudgementPanel<Answer extends Judged>(props: JudgementPanelProps<Answer>) {
  const { view, name, title } = props;
  return (
    <section
      className={`panel panel-${name} ${props.className ?? ''}`}
      aria-label={title}
      aria-busy={view.loading || view.stale}
      data-testid={`panel-${name}`}
      data-state={stateOf(view)}
    >
      <header className="panel-head">
        <div>
          <h2>{title}</h2>
          <p className="subtitle">{props.subtitle}</p>
        </div>
        {view.answer && <Buttons {...props} answer={view.answer} />}
      </header>
      {props.controls && <div className="panel-controls">{props.controls}</div>}
      <div className={`panel-body ${isOld(view) ? 'stale' : ''}`}>
        {view.answer && view.error && <FailedPanel error={view.error} retry={view.retry} />}
        <Body {...props} />
      </div>
      <Waiting view={view} shown={view.answer !== undefined} />
    </section>
  );
}
