/** One line of the log. */
export type Log = (entry: Record<string, unknown>) => void;

/** Writes a line of the log to standard error, as JSON. */
export const logLine: Log = (entry) => {
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), ...entry })}\n`);
};
