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

/** By `pnpm trial integrity`, all sizes and spreads together; see docs/evaluation.md. */
export const measuredFlags: Record<IntegrityKind, Measured> = {
  shrinking_base: { clean: 0, falseFlags: 0, gaming: 0, found: 0 },
  odd_exclusions: { clean: 0, falseFlags: 0, gaming: 0, found: 0 },
  early_closing: { clean: 0, falseFlags: 0, gaming: 0, found: 0 },
  unreachable_visits: { clean: 0, falseFlags: 0, gaming: 0, found: 0 },
  closed_again: { clean: 0, falseFlags: 0, gaming: 0, found: 0 },
  textbook_digits: { clean: 0, falseFlags: 0, gaming: 0, found: 0 },
  template_replies: { clean: 0, falseFlags: 0, gaming: 0, found: 0 },
};
