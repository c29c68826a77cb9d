/** A file that cannot be loaded as it is: which one, what is wrong, what to do. Nothing of it was published. */
export class LoadError extends Error {
  override readonly name = 'LoadError';
}
