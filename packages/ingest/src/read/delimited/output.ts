/** Bytes that are put together piece by piece, with room for more as it is needed. */
export interface Output {
  /** Adds text of ASCII characters. */
  ascii(text: string): void;
  /** Adds bytes from `start` up to `end`. */
  bytes(from: Buffer, start: number, end: number): void;
  /** All that was added. */
  taken(): Buffer;
}

/** @param expected bytes that are likely to be added */
export function newOutput(expected: number): Output {
  let held = Buffer.allocUnsafe(expected + 64);
  let length = 0;
  const reserve = (more: number) => {
    if (length + more <= held.length) return;
    const larger = Buffer.allocUnsafe(2 * (length + more));
    held.copy(larger, 0, 0, length);
    held = larger;
  };
  return {
    ascii(text) {
      reserve(text.length);
      for (let at = 0; at < text.length; at++) held[length++] = text.charCodeAt(at);
    },
    bytes(from, start, end) {
      reserve(end - start);
      length += from.copy(held, length, start, end);
    },
    taken: () => held.subarray(0, length),
  };
}
