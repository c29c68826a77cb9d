/** Collects the values of a statement under names that depend on nothing but their order. */
export interface Binder {
  /** Binds a value and returns its placeholder. */
  bind(value: unknown, type: string): string;
  readonly parameters: Record<string, unknown>;
}

export function newBinder(): Binder {
  const parameters: Record<string, unknown> = {};
  return {
    parameters,
    bind(value, type) {
      const name = `p${Object.keys(parameters).length}`;
      parameters[name] = value;
      return `{${name}:${type}}`;
    },
  };
}
