/** From when on, for how many days, and which days have no appeals: a condition of SQL on `moment`. */
export interface Spread {
  from: string;
  days: number;
  silent?: string;
}

/**
 * SQL that makes up varied appeals for Riverton, every field filled at times and empty at times; the same
 * every time.
 */
export const randomAppealsSql = (
  appeals: number,
  { from, days, silent = 'false' }: Spread = { from: '2022-03-15', days: 500 },
): string => `
WITH cityHash64(number, 'riverton') AS dice,
     toDateTime('${from} 00:00:00', 'Asia/Shanghai') + toUInt32(cityHash64(number, 1) % (${days} * 86400)) AS moment,
     moment + toUInt32(exp(3 + 6 * (cityHash64(number, 2) % 1000) / 1000) * 60) AS ending,
     (x, values) -> values[cityHash64(number, x) % length(values) + 1] AS one
SELECT concat('r', toString(number)) AS id,
       toString(moment) AS received,
       if(dice % 5 = 0, '', toString(moment + 86400)) AS due,
       if(dice % 4 = 0, '', toString(ending)) AS closed,
       one('kind', ['consultation', 'request', 'complaint', '']) AS kind,
       one('appellant', ['citizen', 'citizen', 'citizen', 'enterprise', '']) AS appellant,
       one('channel', ['phone', 'phone', 'web', 'app', '']) AS channel,
       one('topic', ['housing.heating.cold', 'housing.heating.fees', 'housing.lifts', 'transport.parking', 'transport', '']) AS topic,
       one('district', ['north', 'south', '']) AS district,
       if(district = '', '', concat(district, one('side', ['-east', '-west']))) AS subdistrict,
       if(dice % 7 = 0, '', toString(39 + (cityHash64(number, 3) % 1000) / 1000)) AS latitude,
       if(dice % 7 = 0, '', toString(116 + (cityHash64(number, 4) % 1000) / 1000)) AS longitude,
       one('unit', ['works', 'heating', '']) AS unit,
       one('urgency', ['24h', '7d', '']) AS urgency,
       one('status', ['closed', 'in_progress', '']) AS status,
       one('handling', ['direct', 'dispatched', 'dispatched', '']) AS handling,
       one('contacted', ['yes', 'yes', 'no', '']) AS contacted,
       one('resolved', ['yes', 'no', '']) AS resolved,
       one('satisfied', ['yes', 'no', '']) AS satisfied,
       one('excluded', ['', '', '', 'duplicate', 'out of scope']) AS excluded_reason,
       if(dice % 6 = 0, '', toString(138000 + cityHash64(number, 5) % 6000)) AS caller
FROM numbers(${appeals}) WHERE NOT (${silent}) FORMAT CSVWithNames`;
