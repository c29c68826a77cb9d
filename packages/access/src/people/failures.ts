/** What is refused around accounts, in words for whoever asks. */
export class AccessFailure extends Error {
  override readonly name: string = 'AccessFailure';
  /** The name of the problem, its status in HTTP, and its title. */
  readonly problem: string;
  readonly status: number;
  readonly title: string;
  /** Seconds after which to try again. */
  readonly retryAfter: number | null;
  /** What stands against it, by a name that stays; null where the problem says it all. */
  readonly reason: string | null;

  constructor(
    { problem, status, title }: { problem: string; status: number; title: string },
    message: string,
    retryAfter: number | null = null,
    reason: string | null = null,
  ) {
    super(message);
    this.problem = problem;
    this.status = status;
    this.title = title;
    this.retryAfter = retryAfter;
    this.reason = reason;
  }
}

/** The same for a name that is unknown, a wrong password, a wrong code and a disabled account. */
export const signInRefused = (): AccessFailure =>
  new AccessFailure(
    { problem: 'sign-in-refused', status: 401, title: 'Sign-in was refused' },
    'Name, password or code is wrong. After several failures wait, or ask an administrator for a new link.',
  );

/** The password is right, and a code is missing. */
export const codeNeeded = (): AccessFailure =>
  new AccessFailure(
    { problem: 'code-needed', status: 401, title: 'A code is needed' },
    'Send the code of your authenticator besides: code.',
  );

export const lockedOut = (seconds: number): AccessFailure =>
  new AccessFailure(
    { problem: 'locked-out', status: 429, title: 'Too many failures' },
    'Too many sign-ins failed. Wait, and try again after the time of Retry-After.',
    seconds,
  );

export const signInBusy = (): AccessFailure =>
  new AccessFailure(
    { problem: 'busy', status: 503, title: 'The server is busy' },
    'Too many sign in at once. Try again in a moment.',
    2,
  );

export const invitationSpent = (): AccessFailure =>
  new AccessFailure(
    { problem: 'invitation-spent', status: 410, title: 'The link is used up' },
    'This link was used, replaced by a newer one, or is too old. Ask an administrator for a new one.',
  );

export const passwordWrong = (): AccessFailure =>
  new AccessFailure(
    { problem: 'password-wrong', status: 403, title: 'The password is wrong' },
    'The current password is not this one.',
  );

export const codeWrong = (): AccessFailure =>
  new AccessFailure(
    { problem: 'code-wrong', status: 403, title: 'The code is wrong' },
    'The code is not that of this moment: check the clock of your device, and send the next one.',
  );

export const conflict = (message: string, reason: string | null = null): AccessFailure =>
  new AccessFailure(
    { problem: 'conflict', status: 409, title: 'This cannot be done now' },
    message,
    null,
    reason,
  );

export const nothingCalled = (what: string): AccessFailure =>
  new AccessFailure({ problem: 'not-found', status: 404, title: 'There is nothing here' }, what);
