import { inLanguage, type JudgementMeta, type Method, type MethodPart } from '@hotline-atlas/model';
import { instantLabel, periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { labelled } from '@hotline-atlas/ui/format/joined.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { Dialog } from '@hotline-atlas/ui/kit/Dialog.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import type { ReactNode } from 'react';
import { describeLimits } from '../screen/describe.ts';
import { useScreen } from '../screen/screen.ts';
import { parameterText } from './methodWords.ts';
import { judgementWords } from './words.ts';

function Part({ part }: { part: MethodPart }) {
  const { language } = useScreen();
  const parameters = Object.entries(part.parameters);
  return (
    <li>
      <h4>{inLanguage(part.title, language)}</h4>
      {parameters.length > 0 && (
        <p>{parameters.map(([name, value]) => parameterText(name, value, language)).join(' · ')}</p>
      )}
      <p className="note">{part.reference}</p>
    </li>
  );
}

function Sentences({ title, texts }: { title: string; texts: Method['caveats'] }) {
  const { language } = useScreen();
  if (texts.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="sentences">
        {texts.map((text) => (
          <li key={text.en}>{inLanguage(text, language)}</li>
        ))}
      </ul>
    </>
  );
}

function Facts({ method, meta }: { method: Method; meta: JudgementMeta }) {
  const screen = useScreen();
  const words = useWords(judgementWords);
  const { language, messages } = screen;
  const { how } = messages;
  const filters = describeLimits(screen);
  const load = meta.as_of.last_load;
  const facts: [string, string][] = [
    ...Object.entries(method.sample).map(([name, size]): [string, string] => [
      labelled(words.how.sample, words.how.names[name] ?? name.replaceAll('_', ' '), language),
      name.endsWith('year') ? String(size) : exact(size, language),
    ]),
    [words.how.judged, periodLabel(meta.period, language)],
    [how.filters, filters.length > 0 ? filters.join(' · ') : '–'],
    [how.zone, meta.time_zone],
    [how.load, load ? instantLabel(load, meta.time_zone, language) : '–'],
    [how.version, String(meta.as_of.version)],
    [how.source, meta.source],
    [how.rowsRead, meta.rows_read === null ? '–' : exact(meta.rows_read, language)],
    [how.time, `${exact(meta.milliseconds, language, 1)} ms`],
    [words.how.judging, `${exact(meta.judging_milliseconds, language, 1)} ms`],
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** How a judgement came about: method, parameters, sample, corrections, limits and references. */
export function HowJudged(props: {
  method: Method;
  meta: JudgementMeta;
  onClose: () => void;
  /** What it is about, before the method. */
  children?: ReactNode;
}) {
  const { language, meta, messages } = useScreen();
  const words = useWords(judgementWords);
  const { method } = props;
  return (
    <Dialog title={words.how.title} testId="how-judged" onClose={props.onClose}>
      {props.children}
      <div>
        <h3>{inLanguage(method.title, language)}</h3>
        <p>{inLanguage(method.summary, language)}</p>
      </div>
      <h3>{words.how.steps}</h3>
      <ol className="method-parts">
        {method.parts.map((part) => (
          <Part key={part.name} part={part} />
        ))}
      </ol>
      <Sentences title={words.how.corrections} texts={method.corrections} />
      <Sentences title={words.how.caveats} texts={method.caveats} />
      <Facts method={method} meta={props.meta} />
      {meta.synthetic && <p className="note">{messages.syntheticLong}</p>}
    </Dialog>
  );
}
