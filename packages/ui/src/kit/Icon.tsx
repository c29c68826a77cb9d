const shapes = {
  table: 'M2 3h12v10H2zM2 6.5h12M2 10h12M6.5 3v10',
  chart: 'M2 13.5h12M4 11V7m4 4V3m4 8V5.5',
  download: 'M8 2v8m0 0 3-3m-3 3L5 7M2.5 13.5h11',
  how: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12M8 7.2v3.8M8 4.6v.9',
  close: 'm3.5 3.5 9 9m0-9-9 9',
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10m3.6-1.4L14 14',
  filter: 'M2 4h12M4 8h8M6.5 12h3',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  whole: 'M2.5 6V2.5H6m4 0h3.5V6m0 4v3.5H10m-4 0H2.5V10',
  left: 'M10 3 5 8l5 5',
  right: 'm6 3 5 5-5 5',
  down: 'm3 6 5 5 5-5',
  play: 'M4.5 2.5v11l9-5.5z',
  pause: 'M5 3v10M11 3v10',
  person: 'M8 8a2.8 2.8 0 1 0 0-5.6A2.8 2.8 0 0 0 8 8m-5.5 6c.3-3 2.5-4.2 5.5-4.2s5.2 1.2 5.5 4.2',
  open: 'M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 4.8-1',
  star: 'm8 2 1.8 3.8 4.2.5-3.1 2.9.8 4.1L8 11.3l-3.7 2 .8-4.1L2 6.3l4.2-.5z',
  view: 'M4 2.5h8v11L8 10.6l-4 2.9z',
  link: 'm6.6 9.4 2.8-2.8M7 5l1.7-1.7a2.8 2.8 0 0 1 4 4L11 9M9 11l-1.7 1.7a2.8 2.8 0 0 1-4-4L5 7',
  note: 'M3 2.5h10v8H8l-3 3v-3H3zM5.5 5.5h5m-5 2.3h3',
  edit: 'm3 13 .7-2.8 7-7 2.1 2.1-7 7zm6.5-8.6 2.1 2.1',
  remove: 'M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 9h5.8l.6-9',
  more: 'M3 7.3a.7.7 0 1 0 .1 0m4.9 0a.7.7 0 1 0 .1 0m4.9 0a.7.7 0 1 0 .1 0',
  print: 'M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z',
  lock: 'M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
} as const;

export type IconName = keyof typeof shapes;

/** A small line drawing; what it means is said by the button around it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={shapes[name]} fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" />
    </svg>
  );
}
