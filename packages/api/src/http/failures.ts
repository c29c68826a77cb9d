/** There is no data to answer from yet. */
export class NotReady extends Error {
  override readonly name = 'NotReady';
}

/** There is nothing at an address. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
}

/** An address is not asked in this way. */
export class WrongMethod extends Error {
  override readonly name = 'WrongMethod';
}

/** Nobody waits for the answer any more. */
export class ClientLeft extends Error {
  override readonly name = 'ClientLeft';
}

/** Answering would take more than one question may. Says how to narrow it. */
export class TooHeavy extends Error {
  override readonly name = 'TooHeavy';
}
