import { type Clause, inLanguage } from '@hotline-atlas/model';
import { periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { Icon } from '@hotline-atlas/ui/kit/Icon.tsx';
import { useKeptFocus } from '@hotline-atlas/ui/kit/useKeptFocus.ts';
import { choose, chosenSources, clausesOf } from '../address/crossfilter.ts';
import { placeOfValue } from '../address/object.ts';
import type { Place } from '../address/place.ts';
import { isSearchFilter } from '../address/search-text.ts';
import type { StateChange } from '../address/state.ts';
import { ObjectLink } from '../panel/ObjectLink.tsx';
import { ScopeChips } from '../panel/ScopeChips.tsx';
import { describeSource, sourceLabel } from '../screen/describe.ts';
import { levelsOf, nameOfPlace } from '../screen/known-place.ts';
import { type Screen, useScreen } from '../screen/screen.ts';
import { Undo } from './Undo.tsx';

interface Chip {
  name: string;
  text: string;
  /** The page of the one value it names. */
  to?: Place | null;
  without: StateChange;
}

/** The page of what clauses choose, where that is one value; of a path, its end. */
function pageOf(clauses: readonly Clause[]): Place | null {
  const last = clauses.at(-1);
  const [value, ...others] = last?.values ?? [];
  if (!last || last.exclude || value === undefined || others.length > 0) return null;
  return placeOfValue(last.dimension, value);
}

/** Everything that filters the screen, each with the way to take it back. */
function chipsOf(screen: Screen): Chip[] {
  const { state, meta, messages, language } = screen;
  const { filters } = messages;
  const chips: Chip[] = chosenSources(state.where).map((source) => ({
    name: sourceLabel(source, screen),
    text: describeSource(state.where, source, screen),
    to: pageOf(clausesOf(state.where, source)),
    without: { where: choose(state.where, source, []), appeals: { cursor: '' } },
  }));
  if (state.span)
    chips.push({
      name: filters.sources.span ?? '',
      text: periodLabel(state.span, language),
      without: { span: null, appeals: { cursor: '' } },
    });
  if (state.withoutRegimes)
    for (const { label } of meta.regimes)
      chips.push({
        name: '',
        text: filters.not(inLanguage(label, language)),
        without: { withoutRegimes: false },
      });
  if (state.appeals.search && isSearchFilter(state.page))
    chips.push({
      name: filters.words,
      text: state.appeals.search,
      without: { appeals: { search: '', cursor: '' } },
    });
  return chips;
}

/** What is kept from who asks of the appeals they see; nothing where all of it is open. */
function ClosedChip() {
  const { person, messages } = useScreen();
  const { scope } = person;
  const { closed, closedOf, closedWhy } = messages.filters;
  const told = [
    ...(scope && !scope.texts ? [closedOf.texts] : []),
    ...(scope && scope.place !== 'point' ? [closedOf.places] : []),
    ...(scope?.time === 'hour' ? [closedOf.times] : []),
  ];
  if (told.length === 0) return null;
  return (
    <span className="chip fixed" title={closedWhy} data-testid="closed-chip">
      <span>
        <Icon name="lock" /> {closed(told)}
      </span>
    </span>
  );
}

/** That nothing is filtered, and so what is shown. */
function noneChosen(screen: Screen): string {
  const { filters } = screen.messages;
  const object = levelsOf(screen.state.page).length > 0 ? nameOfPlace(screen) : '';
  if (object) return filters.noneOf(object);
  return screen.person.scope?.clauses.length ? filters.noneOwn : filters.none;
}

/** The filters as chips, each removable, and all at once. */
export function Chips() {
  const screen = useScreen();
  const { messages, change } = screen;
  const chips = chipsOf(screen);
  const host = useKeptFocus<HTMLDivElement>('button');
  const clear = () =>
    change({ where: [], span: null, withoutRegimes: false, appeals: { search: '', cursor: '' } });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is of a form
    <div
      ref={host}
      role="group"
      className="active-filters"
      aria-label={messages.filters.active}
      tabIndex={-1}
    >
      <ScopeChips />
      <ClosedChip />
      {chips.length === 0 ? (
        <p className="no-chips">
          {noneChosen(screen)} <Undo />
        </p>
      ) : (
        <ul className="chips">
          {chips.map(({ name, text, to, without }) => (
            <li key={name + text} className="chip">
              <span>
                {name && <small>{name}</small>} {to ? <ObjectLink to={to}>{text}</ObjectLink> : text}
              </span>
              <button
                type="button"
                aria-label={messages.filters.remove(`${name} ${text}`)}
                onClick={() => change(without)}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
          <li>
            <button type="button" className="link" onClick={clear}>
              {messages.filters.clear}
            </button>{' '}
            <Undo />
          </li>
        </ul>
      )}
    </div>
  );
}
