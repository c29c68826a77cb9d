import type { JudgementMeta, Method } from '@hotline-atlas/model';
import { labelled } from '@hotline-atlas/ui/format/joined.ts';
import { IconButton } from '@hotline-atlas/ui/kit/IconButton.tsx';
import { PanelBody } from '@hotline-atlas/ui/kit/PanelBody.tsx';
import { PanelShell } from '@hotline-atlas/ui/kit/PanelShell.tsx';
import type { Asking, Requested } from '@hotline-atlas/ui/request/asking.ts';
import { type ReactNode, useState } from 'react';
import { usePending } from '../../address/useNavigation.ts';
import { HowJudged } from '../../judgement/HowJudged.tsx';
import { useScreen } from '../../screen/screen.ts';

interface ZoneProps<Answer> {
  name: string;
  view: Requested<Answer>;
  besides?: readonly Asking[];
  /** What the zone is called by those who do not see it. */
  label: string;
  title: string;
  subtitle: string;
  /** Ways on from here. */
  ways?: ReactNode;
  controls?: ReactNode;
  /** How it was judged, where it was. */
  judged?: { method: Method; meta: JudgementMeta } | undefined;
  children: (answer: Answer) => ReactNode;
}

function How({ method, meta }: { method: Method; meta: JudgementMeta }) {
  const { messages } = useScreen();
  const [asks, setAsks] = useState(false);
  return (
    <>
      <IconButton icon="how" label={messages.how.title} onClick={() => setAsks(true)} />
      {asks && <HowJudged method={method} meta={meta} onClose={() => setAsks(false)} />}
    </>
  );
}

/** One part of the page of an area: a finding, the ways on, and what bears it out. */
export function Zone<Answer>(props: ZoneProps<Answer>) {
  const { judged, ways } = props;
  const { language } = useScreen();
  return (
    <PanelShell
      name={props.name}
      view={props.view}
      besides={props.besides}
      pending={usePending()}
      label={labelled(props.label, props.title, language)}
      title={props.title}
      subtitle={props.subtitle}
      buttons={
        <>
          {ways}
          {judged && <How {...judged} />}
        </>
      }
      controls={props.controls}
      className="zone"
    >
      <PanelBody view={props.view}>{props.children}</PanelBody>
    </PanelShell>
  );
}
