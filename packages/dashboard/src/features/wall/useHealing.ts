import { renewNow } from '@hotline-atlas/ui/kit/renewal.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

/** Milliseconds between two looks. */
const lookEvery = 60_000;
/** Milliseconds a question may stay without an answer while the server is there. */
const patience = 10 * lookEvery;
/** Milliseconds after which the page is loaded anew, whatever it is like: a wall runs for months. */
const longestLife = 24 * 60 * lookEvery;

/** What is known of the wall when it is looked at. */
export interface WallHealth {
  /** Whether the server does not answer. */
  isAway: boolean;
  /** Milliseconds since the page was loaded. */
  age: number;
  /** Milliseconds since every question on the screen had an answer. */
  unanswered: number;
}

/** Whether the page is to be loaded anew. Never while the server is away: there would be nothing to show. */
export const needsRenewal = ({ isAway, age, unanswered }: WallHealth): boolean =>
  !isAway && (age >= longestLife || unanswered >= patience);

/**
 * Keeps a wall going that nobody looks after: questions that failed are asked again, and a page that stays
 * without answers, or is a day old, is loaded anew.
 */
export function useHealing(isAway: boolean): void {
  const client = useQueryClient();
  const loaded = useRef(Date.now());
  const sound = useRef(Date.now());
  useEffect(() => {
    const look = () => {
      const shown = client.getQueryCache().findAll({ type: 'active' });
      const isSound = shown.every(({ state }) => state.status === 'success');
      const now = Date.now();
      if (isSound || isAway) sound.current = now;
      if (needsRenewal({ isAway, age: now - loaded.current, unanswered: now - sound.current }))
        return renewNow();
      if (!isSound)
        void client.refetchQueries({ type: 'active', predicate: ({ state }) => state.status !== 'success' });
    };
    const timer = setInterval(look, lookEvery);
    return () => clearInterval(timer);
  }, [client, isAway]);
}
