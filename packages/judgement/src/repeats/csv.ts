import type { Repeats } from '@hotline-atlas/model';
import { columnsCsv } from '../answer/columns-csv.ts';

/** A file with one line a repetition. */
export const repeatsCsv = ({ repeats }: Repeats): string =>
  columnsCsv({
    kind: repeats.map(({ kind }) => kind),
    topic1: repeats.map(({ topic1 }) => topic1),
    topic2: repeats.map(({ topic2 }) => topic2),
    topic3: repeats.map(({ topic3 }) => topic3),
    caller: repeats.map(({ caller }) => caller),
    district: repeats.map(({ place }) => place.district),
    subdistrict: repeats.map(({ place }) => place.subdistrict),
    address: repeats.map(({ place }) => place.address),
    cell: repeats.map(({ place }) => place.cell),
    unit: repeats.map(({ unit }) => unit),
    appeals: repeats.map(({ appeals }) => appeals),
    callers: repeats.map(({ callers }) => callers),
    usual: repeats.map(({ usual }) => usual),
    excess: repeats.map(({ excess }) => excess),
    open: repeats.map(({ open }) => open),
    came_back: repeats.map(({ came_back }) => came_back),
    came_back_resolved: repeats.map(({ came_back_resolved }) => came_back_resolved),
    first_day: repeats.map(({ first_day }) => first_day),
    last_day: repeats.map(({ last_day }) => last_day),
    newest: repeats.map(({ newest }) => newest[0]?.id ?? null),
  });
