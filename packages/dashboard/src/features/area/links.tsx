import type { Clause, Period } from '@hotline-atlas/model';
import type { ReactNode } from 'react';
import { turnedTo } from '../../address/object.ts';
import { type DashboardState, defaultState } from '../../address/state.ts';
import { StateLink } from '../../panel/ObjectLink.tsx';
import { useScreen } from '../../screen/screen.ts';

/** The page of orders, with some of them. @param days of all days where none are named */
export const ordersState = (
  state: DashboardState,
  where: readonly Clause[],
  days: Period | null,
): DashboardState => ({
  ...turnedTo(state, { page: 'appeals', object: '' }, where),
  period: days ?? 'all',
});

/** The map of some appeals, as hexagons. */
export const mapState = (state: DashboardState, where: readonly Clause[], days: Period): DashboardState => ({
  ...turnedTo(state, { page: 'map', object: '' }, where),
  period: days,
  map: { ...defaultState.map, shape: 'cells' },
});

interface OrdersLinkProps {
  where: readonly Clause[];
  days?: Period | null;
  label?: string;
  className?: string;
  tabIndex?: number;
  children: ReactNode;
}

/** A link to the orders behind a figure. */
export function OrdersLink({ where, days = null, children, ...props }: OrdersLinkProps) {
  const { state } = useScreen();
  return (
    <StateLink {...props} to={ordersState(state, where, days)}>
      {children}
    </StateLink>
  );
}
