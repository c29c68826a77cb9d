import type { Clause, DimensionName } from '@hotline-atlas/model';
import { Icon } from '@hotline-atlas/ui/kit/Icon.tsx';
import { dictionary, useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import type { MouseEvent, ReactNode } from 'react';
import { placeOfValue, turnedTo } from '../address/object.ts';
import type { Place } from '../address/place.ts';
import { type DashboardState, encode } from '../address/state.ts';
import { useNavigation } from '../address/useNavigation.ts';
import { useScreen } from '../screen/screen.ts';
import './object-link.css';

const linkWords = dictionary(
  { open: (name: string) => `Page of ${name}` },
  { open: (name) => `打开${name}的页面` },
);

/** Whether a click stays in this tab: another button or key opens the address elsewhere. */
const staysHere = (event: MouseEvent): boolean =>
  event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

export interface StateLinkProps {
  to: DashboardState;
  className?: string | undefined;
  label?: string | undefined;
  title?: string | undefined;
  current?: boolean | undefined;
  tabIndex?: number | undefined;
  /** Called when the link is followed in this tab. */
  onFollow?: (() => void) | undefined;
  children: ReactNode;
}

/** A link to another screen: an address like any other, followed without loading the page anew. */
export function StateLink(props: StateLinkProps) {
  const { to, className, label, title, current, tabIndex, onFollow, children } = props;
  const { change } = useNavigation();
  return (
    <a
      href={encode(to)}
      className={className}
      aria-label={label}
      title={title}
      aria-current={current ? 'page' : undefined}
      tabIndex={tabIndex}
      onClick={(event) => {
        if (!staysHere(event)) return;
        event.preventDefault();
        event.stopPropagation();
        change(to);
        window.scrollTo(0, 0);
        onFollow?.();
      }}
    >
      {children}
    </a>
  );
}

export interface ObjectLinkProps extends Omit<StateLinkProps, 'to'> {
  to: Place;
  /** What filters the page besides; nothing, unless it is said. */
  where?: readonly Clause[];
}

/** A name that leads to its own page: `<ObjectLink to={{ page: 'area', object: '110106' }}>Fengtai</…>`. */
export function ObjectLink({ to, where, className = 'object-link', ...props }: ObjectLinkProps) {
  const { state } = useScreen();
  return <StateLink {...props} className={className} to={turnedTo(state, to, where)} />;
}

interface ValueLinkProps {
  dimension: DimensionName;
  code: string;
  where?: readonly Clause[];
  /** Its name, unless something else is to stand there. */
  children?: ReactNode;
}

/** The name of a value of a dimension, as a link where it has a page of its own. */
export function ValueLink({ dimension, code, where, children }: ValueLinkProps) {
  const { label } = useScreen();
  const to = placeOfValue(dimension, code);
  const name = children ?? label(dimension, code);
  if (!to) return name;
  return (
    <ObjectLink to={to} {...(where && { where })}>
      {name}
    </ObjectLink>
  );
}

/**
 * The way to the page of a row whose click filters. It stands at the end of the row, beside its button.
 */
export function RowLink({ dimension, code }: { dimension: DimensionName | undefined; code: string }) {
  const words = useWords(linkWords);
  const { label } = useScreen();
  const to = dimension ? placeOfValue(dimension, code) : null;
  if (!to || !dimension) return null;
  const called = words.open(label(dimension, code));
  return (
    <ObjectLink to={to} className="row-link" label={called} title={called}>
      <Icon name="right" />
    </ObjectLink>
  );
}
