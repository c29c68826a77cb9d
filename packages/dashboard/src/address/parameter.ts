import { isLocalDate, type LocalDate } from '@hotline-atlas/model';

/** One parameter of the address of the page. Its name, its usual value and both directions stand together. */
export interface Parameter<Value> {
  readonly name: string;
  /** The value where the address says nothing. */
  readonly usual: Value;
  /** The value of what an address says; the usual one where that is not understood. */
  decode(sent: readonly string[]): Value;
  /** What an address says of a value; nothing of the usual one. */
  encode(value: Value): readonly string[];
}

/** The parameters of a feature, by the names the feature knows them by. */
export type Slice = Readonly<Record<string, Parameter<unknown>>>;

/** The values of a slice. */
export type StateOf<Parameters extends Slice> = {
  readonly [Name in keyof Parameters]: Parameters[Name] extends Parameter<infer Value> ? Value : never;
};

/** One of a few names. @param usual may be none of them */
export function oneOf<const Name extends string, const Usual extends string | null>(
  name: string,
  names: readonly Name[],
  usual: Usual,
): Parameter<Name | Usual> {
  return {
    name,
    usual,
    decode: ([sent]) => names.find((each) => each === sent) ?? usual,
    encode: (value) => (value === usual || value === null ? [] : [value]),
  };
}

/** Any text. @param understood what is meant by the text that was sent */
export const text = (name: string, understood = (sent: string) => sent): Parameter<string> => ({
  name,
  usual: '',
  decode: ([sent = '']) => understood(sent),
  encode: (value) => (value === '' ? [] : [value]),
});

/** A day; empty for none. */
export const day = (name: string): Parameter<LocalDate | ''> =>
  text(name, (sent) => (isLocalDate(sent) ? sent : ''));

/** Yes or no. @param yes what an address says for yes */
export const flag = (name: string, yes: string): Parameter<boolean> => ({
  name,
  usual: false,
  decode: ([sent]) => sent === yes,
  encode: (value) => (value ? [yes] : []),
});

/** A value with a notation of its own; null for none. */
export const optional = <Value>(
  name: string,
  read: (sent: string) => Value | null,
  write: (value: Value) => string,
): Parameter<Value | null> => ({
  name,
  usual: null,
  decode: ([sent = '']) => read(sent),
  encode: (value) => (value === null ? [] : [write(value)]),
});

/** Decodes the parameters of a slice. */
export const decodeSlice = <Parameters extends Slice>(
  slice: Parameters,
  sent: URLSearchParams,
): StateOf<Parameters> =>
  Object.fromEntries(
    Object.entries(slice).map(([key, parameter]) => [key, parameter.decode(sent.getAll(parameter.name))]),
  ) as StateOf<Parameters>;

/** Adds the parameters of a slice that are not as usual. */
export function encodeSlice<Parameters extends Slice>(
  slice: Parameters,
  state: StateOf<Parameters>,
  into: URLSearchParams,
): void {
  for (const [key, parameter] of Object.entries(slice))
    for (const value of parameter.encode(state[key])) into.append(parameter.name, value);
}
