/** Collects the values of a statement under names that depend on nothing but their order. */
export interface Binder<Value = unknown> {
  /** Binds a value and returns its name. */
  name(value: Value): string;
  /** Binds a value and returns its placeholder in the SQL of ClickHouse. */
  bind(value: Value, type: string): string;
  readonly parameters: Record<string, Value>;
}

export function newBinder<Value = unknown>(): Binder<Value> {
  const parameters: Record<string, Value> = {};
  const name = (value: Value): string => {
    const next = `p${Object.keys(parameters).length}`;
    parameters[next] = value;
    return next;
  };
  return { parameters, name, bind: (value, type) => `{${name(value)}:${type}}` };
}
