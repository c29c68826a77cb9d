import { shift } from '@hotline-atlas/model';

/** The month in which something slips in Riverton. */
export const slippingMonth = '2023-06';
/** Orders about it. */
const slippingOrders = 240;

const header =
  'id,received,dispatched,due,closed,visited,kind,channel,topic,district,subdistrict,unit,urgency,status,handling,contacted,resolved,satisfied,text';

/**
 * Lifts stand still in the south-west of Riverton for a month: many orders for one unit, closed late, and
 * nobody is satisfied. One in ten is still open.
 */
export const slippingCsv = (): string =>
  [
    header,
    ...Array.from({ length: slippingOrders }, (_, at) => {
      const day = String(1 + (at % 30)).padStart(2, '0');
      const received = `2023-06-${day} 09:${String(at % 60).padStart(2, '0')}:00`;
      const due = `2023-06-${day} 21:00:00`;
      const isOpen = at % 10 === 0;
      const closed = isOpen ? '' : `${shift(`2023-06-${day}`, 'day', 2)} 10:00:00`;
      const outcome = isOpen ? ',,' : 'yes,no,no';
      const visited = isOpen ? '' : `${shift(`2023-06-${day}`, 'day', 3)} 12:00:00`;
      return `lift${at},${received},${received},${due},${closed},${visited},complaint,phone,housing.lifts,south,south-west,works,24h,${isOpen ? 'in_progress' : 'closed'},dispatched,${outcome},The lift stands still`;
    }),
  ].join('\n');
