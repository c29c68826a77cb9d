import type { Audit, AuditEntry } from '@hotline-atlas/model';
import { ownInstantLabel } from '@hotline-atlas/ui/format/dates.ts';
import { FailedPanel } from '@hotline-atlas/ui/kit/Failure.tsx';
import { useLanguage, useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { type FormEvent, useState } from 'react';
import { useAddresses, useNavigation } from '../../address/useNavigation.ts';
import { useRequest } from '../../questions/useRequest.ts';
import { ChainCheck } from './ChainCheck.tsx';
import { eventWords } from './eventWords.ts';
import { administrationWords } from './words.ts';

const pageSize = 100;

interface Wanted {
  event: string;
  who: string;
}

const parametersOf = ({ event, who }: Wanted): URLSearchParams => {
  const parameters = new URLSearchParams();
  if (event) parameters.set('event', event);
  if (who) parameters.set('who', who);
  return parameters;
};

function addressOf(wanted: Wanted, before: number | null): string {
  const parameters = parametersOf(wanted);
  parameters.set('limit', String(pageSize));
  if (before !== null) parameters.set('before', String(before));
  return `audit?${parameters}`;
}

/** Pages that were read before the one that is asked for, so that one can go on where one was. */
function useEntries(wanted: Wanted) {
  const [before, setBefore] = useState<number | null>(null);
  const [kept, setKept] = useState<AuditEntry[]>([]);
  const view = useRequest<Audit>(addressOf(wanted, before));
  const page = view.stale ? [] : (view.answer?.entries ?? []);
  const next = view.stale ? null : (view.answer?.next ?? null);
  return {
    view,
    entries: [...kept, ...page],
    more:
      next === null
        ? null
        : () => {
            setKept([...kept, ...page]);
            setBefore(next);
          },
  };
}

const isNothing = (value: unknown): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

function valueText(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const detailText = (detail: AuditEntry['detail']): string =>
  Object.entries(detail)
    .filter(([, value]) => !isNothing(value))
    .map(([name, value]) => `${name}: ${valueText(value)}`)
    .join(' · ');

function Row({ entry }: { entry: AuditEntry }) {
  const { audit: words } = useWords(administrationWords);
  const events = useWords(eventWords);
  const language = useLanguage();
  return (
    <tr title={entry.hash}>
      <td className="number">{entry.number}</td>
      <td>
        <time dateTime={entry.at}>{ownInstantLabel(entry.at, language, true)}</time>
      </td>
      <td>{entry.who ?? words.nobody}</td>
      <td>{events[entry.event] ?? entry.event}</td>
      <td>{entry.subject ?? '–'}</td>
      <td className="audit-detail">{detailText(entry.detail)}</td>
    </tr>
  );
}

function Filter({ wanted }: { wanted: Wanted }) {
  const { audit: words } = useWords(administrationWords);
  const events = useWords(eventWords);
  const { change } = useNavigation();
  const [who, setWho] = useState(wanted.who);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change({ administration: { who: who.trim() } });
  };
  return (
    <form className="administration-head" onSubmit={submit}>
      <label className="select">
        <span>{words.event}</span>
        <select
          value={wanted.event}
          onChange={(event) => change({ administration: { event: event.target.value } })}
        >
          <option value="">{words.anyEvent}</option>
          {Object.entries(events).map(([name, label]) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <div className="field-line">
        <input
          type="search"
          aria-label={words.who}
          placeholder={words.who}
          value={who}
          autoCapitalize="none"
          onChange={(event) => setWho(event.target.value)}
        />
      </div>
      <button type="submit" className="button">
        {words.apply}
      </button>
      <a href={`/api/audit?${new URLSearchParams([...parametersOf(wanted), ['format', 'csv']])}`} download>
        {words.csv}
      </a>
    </form>
  );
}

/** What was done, newest first: by whom, about what. */
export function AuditPanel() {
  const { event, who } = useAddresses(({ chosen }) => chosen.state.administration);
  return <Entries key={`${event} ${who}`} wanted={{ event, who }} />;
}

function Entries({ wanted }: { wanted: Wanted }) {
  const { audit: words } = useWords(administrationWords);
  const { view, entries, more } = useEntries(wanted);
  return (
    <section
      className="panel"
      aria-label={words.event}
      data-testid="audit"
      aria-busy={view.loading || view.stale}
    >
      <Filter wanted={wanted} />
      {view.error && <FailedPanel view={view} />}
      {view.answer && !view.stale && entries.length === 0 && <p className="panel-message">{words.none}</p>}
      {entries.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className="table-scroll audit-table" tabIndex={0} aria-label={words.columns.event}>
          <table>
            <thead>
              <tr>
                {Object.entries(words.columns).map(([name, label]) => (
                  <th key={name} scope="col" className={name === 'number' ? 'number' : ''}>
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <Row key={entry.number} entry={entry} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {more && (
        <p className="paging">
          <button type="button" className="button" onClick={more}>
            {words.earlier}
          </button>
        </p>
      )}
      <ChainCheck />
    </section>
  );
}
