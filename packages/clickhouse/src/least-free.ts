const mebibyte = 1024 ** 2;

/** Bytes of a disk that stay free: below them nothing begins to be written, or goes on being written. */
export const leastFreeBytes = { toWrite: 64 * mebibyte, whileWriting: 32 * mebibyte } as const;
