/** The course of a figure, 24 pixels high; the trend says the rest. */
export function Sparkline({ values, width = 96 }: { values: readonly (number | null)[]; width?: number }) {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return <svg className="sparkline" viewBox={`0 0 ${width} 24`} aria-hidden="true" />;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const x = (index: number) => 2 + (index / (values.length - 1)) * (width - 4);
  const y = (value: number) => 21 - ((value - low) / (high - low || 1)) * 18;
  const path = values.flatMap((value, index) => {
    if (value === null) return [];
    const starts = (values[index - 1] ?? null) === null;
    return [`${starts ? 'M' : 'L'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`];
  });
  const last = values.findLastIndex((value) => value !== null);
  return (
    <svg className="sparkline" viewBox={`0 0 ${width} 24`} aria-hidden="true">
      <path d={path.join('')} fill="none" stroke="currentColor" strokeWidth="1.5" />
      <circle cx={x(last)} cy={y(values[last] ?? low)} r="2.2" fill="currentColor" />
    </svg>
  );
}
