import type { IntegrityKind } from '@hotline-atlas/model';

/** What questions of a kind were worth over made-up months whose truth is known. */
export interface Measured {
  /** Unit-months without gaming, and how many of them were asked about. */
  clean: number;
  falseFlags: number;
  /** Unit-months with gaming of this kind, and how many were found. */
  gaming: number;
  found: number;
}

/** By `pnpm trial integrity 40`, all sizes and spreads together; see docs/evaluation.md. */
export const measuredFlags: Record<IntegrityKind, Measured> = {
  shrinking_base: { clean: 6948, falseFlags: 1, gaming: 102, found: 99 },
  odd_exclusions: { clean: 6948, falseFlags: 6, gaming: 108, found: 101 },
  early_closing: { clean: 6948, falseFlags: 3, gaming: 108, found: 108 },
  unreachable_visits: { clean: 6948, falseFlags: 0, gaming: 102, found: 102 },
  closed_again: { clean: 6948, falseFlags: 6, gaming: 112, found: 94 },
  textbook_digits: { clean: 6948, falseFlags: 0, gaming: 110, found: 110 },
  template_replies: { clean: 6948, falseFlags: 0, gaming: 114, found: 114 },
};
