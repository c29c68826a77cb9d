import { type Find, type FoundKind, inLanguage, type Localized } from '@hotline-atlas/model';
import { turnedTo } from '../../address/object.ts';
import { type Page, pages } from '../../address/place.ts';
import { searchText } from '../../address/search-text.ts';
import { changed, type DashboardState } from '../../address/state.ts';
import type { Screen } from '../../screen/screen.ts';
import type { FindWords } from './words.ts';

/** Something that can be opened: what was found, an order, or words in texts. */
export interface Choice {
  kind: FoundKind | 'order' | 'words';
  code: string;
  name: string;
  /** What it belongs to, to tell equal names apart. */
  beside: string;
}

/** Choices of one kind, under its name. */
export interface ChoiceGroup {
  kind: Choice['kind'] | 'recent';
  choices: readonly Choice[];
}

const pageOf: Partial<Record<Choice['kind'], Page>> = {
  district: 'area',
  subdistrict: 'area',
  topic: 'topic',
  unit: 'unit',
  order: 'appeal',
};

/** The screen a choice opens. */
export function stateOfChoice(
  { kind, code }: Pick<Choice, 'kind' | 'code'>,
  state: DashboardState,
): DashboardState {
  const page = pageOf[kind];
  if (page) return turnedTo(state, { page, object: code });
  if (kind === 'words')
    return changed(turnedTo(state, { page: 'appeals', object: '' }), {
      appeals: { search: searchText(code) },
    });
  return turnedTo(state, { page: pages.find((name) => name === code) ?? 'city', object: '' });
}

/** What an answer offers, in the order in which the kinds first come; texts that hold the words come last. */
export function groupsOf(
  answer: Find,
  { language, messages }: Pick<Screen, 'language' | 'messages'>,
  words: FindWords,
): ChoiceGroup[] {
  const named = (label: Localized) => inLanguage(label, language);
  const groups = new Map<Choice['kind'], Choice[]>();
  const add = (choice: Choice) => groups.set(choice.kind, [...(groups.get(choice.kind) ?? []), choice]);
  if (answer.order) add({ kind: 'order', code: answer.order, name: words.order(answer.order), beside: '' });
  for (const { kind, code, label, above } of answer.results) {
    const page = kind === 'page' ? pages.find((name) => name === code) : undefined;
    const name = page ? messages.pages[page] : named(label);
    add({ kind, code, name, beside: above ? named(above.label) : '' });
  }
  if (answer.words && searchText(answer.text) !== '')
    add({ kind: 'words', code: answer.text, name: words.words(answer.text), beside: '' });
  return [...groups].map(([kind, choices]) => ({ kind, choices }));
}
