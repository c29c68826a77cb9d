import type { Clause, Period } from '@hotline-atlas/model';
import type { ReactNode } from 'react';
import { turnedTo } from '../../address/object.ts';
import { changed, type DashboardState, defaultState } from '../../address/state.ts';
import { StateLink } from '../../panel/ObjectLink.tsx';
import { useScreen } from '../../screen/screen.ts';

/** The page of orders, with some of them. @param days none for open orders, which count whenever they came */
const ordersState = (
  state: DashboardState,
  where: readonly Clause[],
  days: Period | null,
): DashboardState => ({
  ...turnedTo(state, { page: 'appeals', object: '' }, where),
  period: days ?? defaultState.period,
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

/** A link to an order among others of a list: its page leads on to the next and the one before. */
export function OrderLink({
  id,
  where,
  children,
}: {
  id: string;
  where: readonly Clause[];
  children: ReactNode;
}) {
  const { state } = useScreen();
  const to = changed(ordersState(state, where, null), {
    page: 'appeal',
    object: id,
    appeals: { listed: where.length > 0 },
  });
  return (
    <StateLink className="need-matter" to={to}>
      {children}
    </StateLink>
  );
}
