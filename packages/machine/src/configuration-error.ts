/**
 * A value of the environment or of the machine that the program cannot work with; one line, saying what to
 * do.
 */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}
