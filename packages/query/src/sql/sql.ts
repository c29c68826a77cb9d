/** A piece of a statement with the values bound to its placeholders. */
export interface Sql {
  readonly text: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

const merged = (pieces: readonly Sql[]): Record<string, unknown> => {
  const parameters: Record<string, unknown> = {};
  for (const piece of pieces)
    for (const [name, value] of Object.entries(piece.parameters)) {
      if (Object.hasOwn(parameters, name) && JSON.stringify(parameters[name]) !== JSON.stringify(value))
        throw new Error(`Two values are bound to the placeholder ${name}`);
      parameters[name] = value;
    }
  return parameters;
};

/**
 * A piece of SQL from constant text and other pieces. Nothing but another piece can be put in, so no text
 * that came from outside can become an expression: values go through {@link bind}, names through {@link
 * name}.
 */
export function sql(strings: TemplateStringsArray, ...pieces: Sql[]): Sql {
  const text = strings.reduce((sofar, next, index) => `${sofar}${pieces[index - 1]?.text ?? ''}${next}`);
  return { text, parameters: merged(pieces) };
}

/** Pieces one after the other. */
export const join = (pieces: readonly Sql[], separator: string): Sql => ({
  text: pieces.map(({ text }) => text).join(separator),
  parameters: merged(pieces),
});

/** Pieces with commas between them. */
export const list = (pieces: readonly Sql[]): Sql => join(pieces, ', ');

/** A name of a table, column or parameter: our own, checked all the same. */
export function name(identifier: string): Sql {
  if (!/^[a-z][a-z0-9_]*$/.test(identifier)) throw new Error(`“${identifier}” is no name`);
  return { text: identifier, parameters: {} };
}

/** A placeholder and the value bound to it. */
export const bind = (placeholder: string, type: string, value: unknown): Sql => ({
  text: `{${name(placeholder).text}:${type}}`,
  parameters: { [placeholder]: value },
});

/** A whole number of our own. */
export const whole = (number: number): Sql => ({ text: String(Math.trunc(number)), parameters: {} });

/** Conditions of which all must hold. */
export const all = (conditions: readonly Sql[]): Sql =>
  conditions.length > 0 ? join(conditions, '\n  AND ') : sql`true`;
