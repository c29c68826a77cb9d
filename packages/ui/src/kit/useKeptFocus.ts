import { type RefObject, useLayoutEffect, useRef } from 'react';

/** The place of an element among those that can take the focus in its stead; -1 where it is none of them. */
const placeIn = (host: HTMLElement, among: string): number =>
  among === '' ? -1 : [...host.querySelectorAll<Element>(among)].findIndex((each) => each.matches(':focus'));

/**
 * Keeps the focus in a part of the page whose focused element is taken away: the browser would begin again at
 * the top of the page.
 * @param among selects what takes its place, the one that stands there now; without it the host does, which
 *   needs a `tabIndex` of -1
 */
export function useKeptFocus<Host extends HTMLElement>(among = ''): RefObject<Host | null> {
  const host = useRef<Host>(null);
  const before = host.current;
  const held = before?.contains(document.activeElement) ?? false;
  const place = before && held ? placeIn(before, among) : -1;
  useLayoutEffect(() => {
    const here = host.current;
    if (!held || !here || document.activeElement !== document.body) return;
    const others = among === '' ? [] : [...here.querySelectorAll<HTMLElement>(among)];
    (others[Math.min(Math.max(0, place), others.length - 1)] ?? here).focus();
  });
  return host;
}
