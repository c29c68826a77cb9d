import { usePalette } from '../theme/palette.ts';

/** Patterns an SVG map is hatched with: too few to read rise, nothing known falls. */
export const hatchOf = { few: 'url(#hatch-few)', none: 'url(#hatch-none)' } as const;

/** The patterns themselves, once on a page. */
export function Hatches() {
  const palette = usePalette();
  return (
    <defs>
      {(['few', 'none'] as const).map((name) => (
        <pattern
          key={name}
          id={`hatch-${name}`}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform={`rotate(${name === 'few' ? 45 : -45})`}
        >
          <rect width="6" height="6" fill={palette.noData} />
          <line x1="0" y1="0" x2="0" y2="6" stroke={palette.outline} strokeWidth="1.5" />
        </pattern>
      ))}
    </defs>
  );
}
