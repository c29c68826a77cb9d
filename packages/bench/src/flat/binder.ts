/** Values of a statement, by the name of their placeholder. */
export interface Binder {
  parameters: Record<string, string | number>;
  /** Keeps a value and returns the name it is bound by. */
  bind(value: string | number): string;
}

export function newBinder(): Binder {
  const parameters: Record<string, string | number> = {};
  return {
    parameters,
    bind(value) {
      const name = `p${Object.keys(parameters).length}`;
      parameters[name] = value;
      return name;
    },
  };
}
