import type { Find } from '@hotline-atlas/model';
import { Dialog } from '@hotline-atlas/ui/kit/Dialog.tsx';
import { FailedNote } from '@hotline-atlas/ui/kit/Failure.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { encode } from '../../address/state.ts';
import { useRequest } from '../../questions/useRequest.ts';
import { useScreen } from '../../screen/screen.ts';
import { type Choice, type ChoiceGroup, groupsOf, stateOfChoice } from './choices.ts';
import { recentChoices, remember } from './recent.ts';
import { findWords } from './words.ts';
import './find.css';

/** Milliseconds without a key after which is asked. */
const pause = 120;

/** The text once nobody types any more. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

interface OptionProps {
  id: string;
  choice: Choice;
  active: boolean;
  onPoint: () => void;
  onOpen: (event: MouseEvent) => void;
}

function Option({ id, choice, active, onPoint, onOpen }: OptionProps) {
  const { state } = useScreen();
  const host = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (active) host.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <a
      ref={host}
      id={id}
      role="option"
      aria-selected={active}
      tabIndex={-1}
      className="find-option"
      href={encode(stateOfChoice(choice, state))}
      data-kind={choice.kind}
      data-code={choice.code}
      onPointerMove={onPoint}
      onClick={onOpen}
    >
      <span>{choice.name}</span>
      {choice.beside && <small>{choice.beside}</small>}
    </a>
  );
}

/** What is offered for a text: what was opened lately while there is none. */
function useGroups(text: string) {
  const screen = useScreen();
  const words = useWords(findWords);
  const asked = useSettled(text.trim());
  const view = useRequest<Find>(asked === '' ? '' : `find?${new URLSearchParams({ text: asked })}`);
  const { answer } = view;
  const [recent] = useState(() => recentChoices(screen));
  const groups = useMemo((): ChoiceGroup[] => {
    if (text.trim() === '') return recent.length > 0 ? [{ kind: 'recent', choices: recent }] : [];
    return answer ? groupsOf(answer, screen, words) : [];
  }, [text, answer, recent, screen, words]);
  const isSettled = text.trim() === asked && !view.stale && !view.loading;
  return { groups, view, isSettled };
}

/** Finds anything: a combobox whose list holds places, topics, units, pages, an order, and words in texts. */
export function FindDialog({ onClose }: { onClose: () => void }) {
  const words = useWords(findWords);
  const screen = useScreen();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const { groups, view, isSettled } = useGroups(text);
  const list = useId();
  const choices = groups.flatMap((group) => group.choices);
  const active = Math.min(at, choices.length - 1);
  const optionId = (index: number) => `${list}-${index}`;
  const open = (choice: Choice) => {
    remember(choice, screen);
    onClose();
    screen.change(stateOfChoice(choice, screen.state));
    window.scrollTo(0, 0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const chosen = choices[active];
    if (step !== 0 && choices.length > 0) {
      event.preventDefault();
      setAt((active + step + choices.length) % choices.length);
    } else if (event.key === 'Enter' && chosen && (isSettled || text.trim() === '')) {
      event.preventDefault();
      open(chosen);
    }
  };
  const found = text.trim() !== '' && isSettled && view.answer;
  const isNothing = found && choices.every(({ kind }) => kind === 'words');
  const indexOf = new Map(choices.map((choice, index) => [choice, index]));
  return (
    <Dialog title={words.find} className="find-dialog" onClose={onClose} testId="find">
      <input
        type="text"
        role="combobox"
        className="find-input"
        data-first="true"
        aria-label={words.placeholder}
        aria-expanded={choices.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={choices.length > 0 ? optionId(active) : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        placeholder={words.placeholder}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <p className="hidden" role="status">
        {found ? words.count(choices.length) : ''}
      </p>
      {view.error && <FailedNote view={view} />}
      {isNothing && <p className="find-hint">{words.none(text.trim())}</p>}
      {choices.length === 0 && !found && <p className="find-hint">{words.hint}</p>}
      <div id={list} role="listbox" aria-label={words.results} className="find-list">
        {groups.map(({ kind, choices: own }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, not a fieldset
          <div key={kind} role="group" aria-label={kind === 'recent' ? words.recent : words.kinds[kind]}>
            <p className="find-kind" aria-hidden="true">
              {kind === 'recent' ? words.recent : words.kinds[kind]}
            </p>
            {own.map((choice) => {
              const index = indexOf.get(choice) ?? 0;
              return (
                <Option
                  key={`${choice.kind} ${choice.code}`}
                  id={optionId(index)}
                  choice={choice}
                  active={index === active}
                  onPoint={() => setAt(index)}
                  onOpen={(event) => {
                    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                    event.preventDefault();
                    open(choice);
                  }}
                />
              );
            })}
          </div>
        ))}
      </div>
      <p className="find-keys" aria-hidden="true">
        {words.keys}
      </p>
    </Dialog>
  );
}
