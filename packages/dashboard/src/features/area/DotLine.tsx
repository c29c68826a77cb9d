/** A value as a dot and its interval as a line, on a scale that a whole list shares. */
export function DotLine(props: {
  value: number;
  lower?: number;
  upper?: number;
  /** The ends of the scale. */
  from: number;
  to: number;
  /** What it is held against: a thin line through the list. */
  reference: number | null;
  /** Too few to read. */
  faint: boolean;
}) {
  const { value, lower = value, upper = value, from, to, reference, faint } = props;
  const place = (at: number) => (100 * (Math.min(to, Math.max(from, at)) - from)) / (to - from || 1);
  return (
    <span className={faint ? 'dot-line faint' : 'dot-line'} aria-hidden="true">
      {reference !== null && <i className="reference" style={{ insetInlineStart: `${place(reference)}%` }} />}
      {upper > lower && (
        <i
          className={lower < from ? 'interval cut' : 'interval'}
          style={{ insetInlineStart: `${place(lower)}%`, inlineSize: `${place(upper) - place(lower)}%` }}
        />
      )}
      <i className="dot" style={{ insetInlineStart: `${place(value)}%` }} />
    </span>
  );
}
