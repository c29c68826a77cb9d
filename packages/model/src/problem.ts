/**
 * A question that cannot be answered as asked. Says which parameter, what was sent, and what would be right.
 */
export class InvalidQuestion extends Error {
  override readonly name = 'InvalidQuestion';
  readonly parameter: string;
  readonly sent: string;
  readonly advice: string;
  /** Names that exist and are most like what was sent. */
  readonly nearest: readonly string[];
  /** The rule that was broken, by a name that stays; null where no front end needs to know. */
  readonly reason: string | null;

  constructor(
    parameter: string,
    sent: string,
    advice: string,
    nearest: readonly string[] = [],
    reason: string | null = null,
  ) {
    super(`${parameter}: “${sent}” is not understood; ${advice}`);
    this.parameter = parameter;
    this.sent = sent;
    this.advice = advice;
    this.nearest = nearest;
    this.reason = reason;
  }
}

/** A question goes beyond what is open to whoever asks. Says what would be open. */
export class NotOpen extends Error {
  override readonly name = 'NotOpen';
}
