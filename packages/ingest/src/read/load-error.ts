/**
 * A file that cannot be loaded as it is: which one, what is wrong, what to do. Nothing of it was published.
 */
export class LoadError extends Error {
  override readonly name = 'LoadError';
}

/**
 * The database does not hold what was written into it: a defect, of ours or of the engine's. Nothing was
 * published.
 */
export class IntegrityError extends Error {
  override readonly name = 'IntegrityError';
}
