/**
 * Who asks, and so what they may see. A required argument of everything that compiles a question, applied
 * where the table is read, and part of every cache key.
 */
export interface Scope {
  /** Districts whose appeals may be seen; null is every district. */
  districts: readonly string[] | null;
  /** Whether texts, replies and addresses may be seen. */
  texts: boolean;
}

/** Everybody still sees everything: the scope until accounts exist. */
export const everything: Scope = { districts: null, texts: true };
