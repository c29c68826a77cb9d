import { type Answer, inLanguage } from '@hotline-atlas/model';
import { metricIn } from '@hotline-atlas/ui/answer/columns.ts';
import { csvOf, download } from '@hotline-atlas/ui/answer/csv.ts';
import { provisionalBuckets } from '@hotline-atlas/ui/answer/provisional.ts';
import { periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { continued, labelled } from '@hotline-atlas/ui/format/joined.ts';
import { PanelBody } from '@hotline-atlas/ui/kit/PanelBody.tsx';
import { PanelShell } from '@hotline-atlas/ui/kit/PanelShell.tsx';
import { PanelTable } from '@hotline-atlas/ui/kit/PanelTable.tsx';
import { lazy, type ReactNode } from 'react';
import type { PanelName } from '../address/shared.ts';
import { usePending } from '../address/useNavigation.ts';
import type { View } from '../questions/useRequest.ts';
import { describeSelection } from '../screen/describe.ts';
import { type Screen, useScreen } from '../screen/screen.ts';
import { type Below, completeTable } from './completeTable.ts';
import { daysTold, pairsTold } from './coverage.ts';
import { EmptyPanel } from './EmptyPanel.tsx';
import { fileOfPanel } from './fileOfPanel.ts';
import { PanelButtons } from './PanelButtons.tsx';
import { ripenessTold } from './ripeness.ts';
import { useTableSwitch } from './useTableSwitch.ts';

const HowComputed = lazy(() =>
  import('./HowComputed.tsx').then((module) => ({ default: module.HowComputed })),
);

interface Heading {
  title: string;
  subtitle: string;
}

export interface PanelProps {
  name: PanelName;
  view: View;
  /** What else the panel shows. */
  besides?: readonly View[];
  /** Levels below that the picture shows. */
  belows?: readonly Below[];
  /** The finding and what it is about, from an answer. */
  heading: (answer: Answer) => Heading;
  /** Stands where the finding will, before the first answer. */
  fallback: string;
  isEmpty?: (answer: Answer) => boolean;
  /** Why there is nothing, where it is not the filters. */
  emptyReason?: string | undefined;
  controls?: ReactNode;
  className?: string;
  children: (answer: Answer) => ReactNode;
}

function remarksOf(answer: Answer, heading: Heading, screen: Screen): string[] {
  const { meta, messages, language } = screen;
  const { facts } = messages.comparison;
  const remarks = [heading.title, heading.subtitle, ...describeSelection(screen)];
  const remark = (what: string, said: string) => remarks.push(labelled(what, said, language));
  remark(messages.how.period, `${answer.meta.period.from} .. ${answer.meta.period.to}`);
  const { compared_period: compared } = answer.meta;
  if (compared) remark(messages.how.compared, `${compared.from} .. ${compared.to}`);
  const [days, pairs] = [daysTold(answer.meta, screen), pairsTold(answer.meta, screen)];
  if (days) remark(facts.covered, days);
  const unripe = ripenessTold(answer, metricIn(answer), screen);
  if (unripe) remark(messages.comparison.ripeness.label, unripe);
  const provisional = [...provisionalBuckets(answer, metricIn(answer))];
  if (provisional.length > 0) remark(messages.comparison.ripeness.bucket, provisional.join(' '));
  if (pairs) remark(facts.compared, pairs);
  const { version, newest_appeal: newest } = answer.meta.as_of;
  remark(messages.how.version, continued([String(version), newest ?? ''], language));
  remark(messages.how.source, continued([answer.meta.source, inLanguage(meta.name, language)], language));
  if (meta.synthetic) remarks.push(messages.syntheticLong);
  return remarks;
}

function Buttons(props: { answer: Answer; heading: Heading; name: PanelName; belows: readonly Below[] }) {
  const { answer, heading, name, belows } = props;
  const screen = useScreen();
  const save = () =>
    download(
      fileOfPanel(name, answer.meta, screen),
      csvOf(completeTable(answer, screen, belows), remarksOf(answer, heading, screen)),
    );
  return (
    <PanelButtons
      name={name}
      onSave={save}
      howLabel={screen.messages.panels.how}
      how={(close) => <HowComputed answer={answer} onClose={close} />}
    />
  );
}

function Picture(props: PanelProps & { answer: Answer; caption: string }) {
  const screen = useScreen();
  const { isTable } = useTableSwitch(props.name);
  const { answer } = props;
  const empty = props.isEmpty?.(answer) ?? answer.rows.length === 0;
  if (empty) return <EmptyPanel answer={answer} reason={props.emptyReason} />;
  if (isTable)
    return <PanelTable table={completeTable(answer, screen, props.belows)} caption={props.caption} />;
  return props.children(answer);
}

/**
 * The frame around every picture: finding, measure and period, table, download, definitions, and what goes
 * wrong.
 */
export function PanelFrame(props: PanelProps) {
  const { language, days } = useScreen();
  const { view, name } = props;
  const heading = view.answer
    ? props.heading(view.answer)
    : { title: props.fallback, subtitle: periodLabel(days, language) };
  return (
    <PanelShell
      name={name}
      view={view}
      pending={usePending()}
      besides={props.besides}
      label={labelled(props.fallback, heading.title, language)}
      {...heading}
      buttons={
        view.answer && (
          <Buttons answer={view.answer} heading={heading} name={name} belows={props.belows ?? []} />
        )
      }
      controls={props.controls}
      className={props.className}
    >
      <PanelBody view={view}>
        {(answer) => <Picture {...props} answer={answer} caption={`${heading.title}. ${heading.subtitle}`} />}
      </PanelBody>
    </PanelShell>
  );
}
