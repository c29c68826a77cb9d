import { ownAddress } from '../address/own-address.ts';
import { roomOf } from '../address/room.ts';

/** Pages of one browser tell each other here that somebody signed in or out. */
const channelName = 'hotline-atlas-session';
type Message = 'signed in' | 'signed out';

let opened: BroadcastChannel | null = null;

/** One channel a page: it does not hear what it tells itself. */
const channel = (): BroadcastChannel => {
  opened ??= new BroadcastChannel(channelName);
  return opened;
};

const tell = (message: Message): void => channel().postMessage(message);

let isLeaving = false;

/** How the page of sign-in is to look: as this one does. */
function looks(): URLSearchParams {
  const here = new URLSearchParams(window.location.search);
  return new URLSearchParams(['lang', 'theme'].flatMap((name) => here.getAll(name).map((of) => [name, of])));
}

/**
 * Goes to the page of sign-in. The page is loaded anew, so that nothing of whom it showed before remains.
 * @param to where to return to
 */
function leaveFor(to: string): void {
  if (isLeaving || roomOf(window.location.pathname) === 'sign-in') return;
  isLeaving = true;
  const parameters = looks();
  if (to) parameters.set('to', to);
  window.location.assign(`/sign-in${parameters.size > 0 ? `?${parameters}` : ''}`);
}

/** Whether somebody fills in a form: leaving would lose what they typed. */
const isTyping = (): boolean => document.querySelector('dialog[open] form') !== null;

function leaveAndReturn(): void {
  const { pathname, search, hash } = window.location;
  leaveFor(ownAddress(pathname + search + hash));
}

/**
 * Lets somebody sign in whose session has ended, and come back to this address. Not while they fill in a
 * form, which tells them what to do when it cannot be saved.
 */
export function signInAgain(): void {
  if (!isTyping()) leaveAndReturn();
}

/** After signing out: every page of this browser goes to the page of sign-in. */
export function afterSignOut(): void {
  tell('signed out');
  leaveFor('');
}

/** After signing in: every page of this browser that waits at the page of sign-in goes on. */
export const afterSignIn = (): void => tell('signed in');

/**
 * Follows what other pages of this browser do, and looks anew at a page the browser had put aside. A page
 * that waits for its reader to sign in is loaded anew once somebody did, and then goes on.
 */
export function followOtherPages(): void {
  channel().addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data === 'signed out') leaveAndReturn();
    else if (roomOf(window.location.pathname) === 'sign-in') window.location.reload();
  });
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) window.location.reload();
  });
}
