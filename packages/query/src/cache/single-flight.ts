/** Calls in flight: callers who ask for a key at the same time share one call. */
export interface SingleFlight<Key, Value> {
  /**
   * Joins the call of a key, or begins it with `make`. The signal of `make` aborts when the last caller
   * leaves; nobody joins that call any more.
   */
  join(key: Key, signal: AbortSignal, make: (signal: AbortSignal) => Promise<Value>): Promise<Value>;
}

interface Flight<Value> {
  value: Promise<Value>;
  callers: number;
  abort: AbortController;
}

/** Fails when a signal aborts, until it is stopped: a signal may outlive what waits for it. */
function aborted(signal: AbortSignal): { promise: Promise<never>; stop: () => void } {
  let stop = () => {};
  const promise = new Promise<never>((_, reject) => {
    const fail = () => reject(signal.reason);
    signal.addEventListener('abort', fail, { once: true });
    stop = () => signal.removeEventListener('abort', fail);
  });
  return { promise, stop };
}

/**
 * Calls that end when nobody waits for them. `fetchMethod` of `lru-cache` is no replacement: it knows the
 * signal of the first caller alone, and it aborts a call in flight to make room for other answers.
 */
export function createSingleFlight<Key, Value>(): SingleFlight<Key, Value> {
  const flights = new Map<Key, Flight<Value>>();

  const isInFlight = (key: Key, flight: Flight<Value>): boolean => flights.get(key) === flight;

  function begin(key: Key, make: (signal: AbortSignal) => Promise<Value>): Flight<Value> {
    const abort = new AbortController();
    const flight = { value: make(abort.signal), callers: 0, abort };
    flights.set(key, flight);
    const landed = () => isInFlight(key, flight) && flights.delete(key);
    flight.value.then(landed, landed);
    return flight;
  }

  function leave(key: Key, flight: Flight<Value>, reason: unknown): void {
    flight.callers -= 1;
    if (flight.callers > 0 || !isInFlight(key, flight)) return;
    flights.delete(key);
    flight.abort.abort(reason);
  }

  return {
    async join(key, signal, make) {
      signal.throwIfAborted();
      const flight = flights.get(key) ?? begin(key, make);
      flight.callers += 1;
      const { promise: left, stop } = aborted(signal);
      try {
        return await Promise.race([flight.value, left]);
      } finally {
        stop();
        leave(key, flight, signal.reason);
      }
    },
  };
}
