/** Answering would take more than one question may. Says how to narrow it. */
export class TooHeavy extends Error {
  override readonly name = 'TooHeavy';
}
