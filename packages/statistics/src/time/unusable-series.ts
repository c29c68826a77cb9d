export type UnusableReason = 'too-short' | 'not-finite' | 'not-positive' | 'parameter';

/**
 * A series or a setting a method cannot answer for. The message says what was given and what to do instead.
 */
export class UnusableSeries extends Error {
  override readonly name = 'UnusableSeries';
  readonly reason: UnusableReason;

  constructor(reason: UnusableReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

/** Refuses a series with fewer values than a method needs. */
export function requireLength(values: Float64Array, least: number, method: string): void {
  if (values.length < least)
    throw new UnusableSeries(
      'too-short',
      `${method} needs at least ${least} values and was given ${values.length}; take a longer range or a finer grain.`,
    );
}

/** Refuses NaN and infinite values. */
export function requireFinite(values: Float64Array, method: string): void {
  const index = values.findIndex((value) => !Number.isFinite(value));
  if (index >= 0)
    throw new UnusableSeries(
      'not-finite',
      `${method} needs finite values, but value ${index} is ${values[index]}; bridge the gap first.`,
    );
}

/** Refuses a setting that is no whole number of at least `least`. */
export function requireWhole(value: number, least: number, name: string): void {
  if (!Number.isInteger(value) || value < least)
    throw new UnusableSeries(
      'parameter',
      `${name} has to be a whole number of at least ${least}, not ${value}.`,
    );
}
