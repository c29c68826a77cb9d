/** A day on which something happens in Riverton: heating fails in the south-east. */
export const burstDay = '2023-07-19';
const appeals = 40;

const header = 'id,received,kind,topic,district,subdistrict,latitude,longitude,unit,status,text';

/** Forty appeals about one failing heating plant, on one day and in one subdistrict. */
export const burstCsv = (): string =>
  [
    header,
    ...Array.from({ length: appeals }, (_, at) => {
      const minute = String(at).padStart(2, '0');
      const status = at % 2 === 0 ? 'in_progress' : 'closed';
      const place = `${39.3 + (at % 5) / 1000},${116.6 + (at % 7) / 1000}`;
      return `burst${at},${burstDay} 09:${minute}:00,complaint,housing.heating.cold,south,south-east,${place},heating,${status},The radiators are cold`;
    }),
  ].join('\n');
