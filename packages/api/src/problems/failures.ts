/** There is no data to answer from yet. */
export class NotReady extends Error {
  override readonly name = 'NotReady';
}

/** The tables of an answer may have been dropped before it was complete. */
export class Rearranged extends Error {
  override readonly name = 'Rearranged';
}

/** There is nothing at an address. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
}

/** An address is not asked in this way. */
export class WrongMethod extends Error {
  override readonly name = 'WrongMethod';

  /** Methods it is asked with. */
  readonly allowed: readonly string[];

  constructor(message: string, allowed: readonly string[] = ['GET']) {
    super(message);
    this.allowed = allowed;
  }
}

/** Nobody known asks. */
export class NotSignedIn extends Error {
  override readonly name = 'NotSignedIn';

  constructor() {
    super('Sign in first, or send a token: Authorization: Bearer.');
  }
}

/** Who asks may not see or do this. */
export class NotAllowed extends Error {
  override readonly name = 'NotAllowed';
}

/** The request names a host that is not this server. */
export class UnknownHost extends Error {
  override readonly name = 'UnknownHost';

  /** @param host what it names; null where that is no host */
  constructor(host: string | null) {
    super(
      host === null
        ? 'The request names no host. Ask for the address the server is known by.'
        : `This server does not answer to ${host}. If that is its name, set ALLOWED_HOSTS=${host} where it runs.`,
    );
  }
}

/** A page of another site asks. */
export class OtherOrigin extends Error {
  override readonly name = 'OtherOrigin';

  constructor() {
    super(
      'A page of another site may not read this server. Open the address itself; if the page is the server\u2019s own behind another name, set ALLOWED_HOSTS to that name where it runs.',
    );
  }
}

/** Nobody waits for the answer any more. */
export class ClientLeft extends Error {
  override readonly name = 'ClientLeft';
}

/** More is asked at once than can be answered soon. */
export class Busy extends Error {
  override readonly name = 'Busy';

  /** Seconds after which to ask again. */
  readonly retryAfter: number;

  constructor(message: string, retryAfter = 2) {
    super(message);
    this.retryAfter = retryAfter;
  }
}

/**
 * What was sent is not what is asked for. The values are never told: a secret may be among them.
 */
export class InvalidBody extends Error {
  override readonly name = 'InvalidBody';

  /** The field that is wrong; absent where it is the body as a whole. */
  readonly field: string | undefined;

  constructor(message: string, field?: string) {
    super(message);
    this.field = field;
  }
}

/** What was sent is no JSON, or does not say so. */
export class NotJson extends Error {
  override readonly name = 'NotJson';

  constructor() {
    super('Send a body in JSON, and say so: Content-Type: application/json.');
  }
}

/** More was sent than is taken. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';

  constructor(most: number) {
    super(`Send at most ${most.toLocaleString('en')} bytes.`);
  }
}
