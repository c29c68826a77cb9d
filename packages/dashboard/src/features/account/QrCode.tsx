import qrcode from 'qrcode-generator';
import { useMemo } from 'react';

/** Modules of white around a code: readers need four. */
const quiet = 4;

/** A QR code, drawn here: what it holds goes nowhere. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => {
    const code = qrcode(0, 'L');
    code.addData(text);
    code.make();
    const count = code.getModuleCount();
    const all = Array.from(
      { length: count * count },
      (_, at) => [Math.floor(at / count), at % count] as const,
    );
    const dark = all.filter(([row, column]) => code.isDark(row, column));
    return {
      size: count + 2 * quiet,
      path: dark.map(([row, column]) => `M${column + quiet} ${row + quiet}h1v1h-1z`).join(''),
    };
  }, [text]);
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={path} fill="#000000" />
    </svg>
  );
}
