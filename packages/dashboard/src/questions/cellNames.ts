import { type Bilingual, inLanguage, type Language, mostPlaces, type Places } from '@hotline-atlas/model';
import { request } from '@hotline-atlas/ui/request/request.ts';
import { useMemo, useSyncExternalStore } from 'react';
import { messages } from '../words/index.ts';

type Names = ReadonlyMap<string, Bilingual>;
/** Asks what cells are called. */
type AskNames = (cells: readonly string[]) => Promise<Places>;

/** Names of hexagons. They are asked for when a page first speaks of them, many at once. */
interface CellNames {
  /** The names that are known; another map once there are more. */
  known: () => Names;
  /** The name of a cell; null while it is asked for. */
  nameOf: (cell: string) => Bilingual | null;
  /** @returns ends it */
  subscribe: (changed: () => void) => () => void;
}

/** Milliseconds in which cells gather: one request for a list, and none for each place a pointer passes. */
const gathering = 60;

/** @param ask what is asked of the API; cells it fails for keep no name */
export function createCellNames(ask: AskNames): CellNames {
  let names: Names = new Map();
  let wanted: string[] = [];
  const asked = new Set<string>();
  const listeners = new Set<() => void>();
  const askFor = async (cells: readonly string[]) => {
    const { places } = await ask(cells).catch(() => ({ places: [] }));
    if (places.length === 0) return;
    names = new Map([...names, ...places.map(({ cell, name }) => [cell, name] as const)]);
    for (const changed of listeners) changed();
  };
  const flush = () => {
    const cells = wanted;
    wanted = [];
    for (let at = 0; at < cells.length; at += mostPlaces) void askFor(cells.slice(at, at + mostPlaces));
  };
  return {
    known: () => names,
    nameOf(cell) {
      const known = names.get(cell);
      if (known) return known;
      if (asked.has(cell)) return null;
      asked.add(cell);
      if (wanted.length === 0) setTimeout(flush, gathering);
      wanted.push(cell);
      return null;
    },
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}

const askApi: AskNames = (cells) =>
  request<Places>(`places?cells=${[...cells].sort().join(',')}`, new AbortController().signal);

/**
 * What hexagons are called; `hexagon` until that is known.
 * @param of who asks, and which version of the data: others get names of their own
 */
export function useCellNames(of: string, language: Language): (cell: string) => string {
  const cells = useMemo(() => createCellNames(askApi), [of]);
  const names = useSyncExternalStore(cells.subscribe, cells.known);
  return useMemo(() => {
    const { hexagon } = messages[language].panels;
    return (cell) => {
      const name = names.get(cell) ?? cells.nameOf(cell);
      return name ? inLanguage(name, language) : hexagon;
    };
  }, [cells, names, language]);
}
