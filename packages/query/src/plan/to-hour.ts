/** A moment cut to the hour of a time zone. */
export function toHour(moment: string, timeZone: string): string {
  const minute = new Intl.DateTimeFormat('en-GB', { timeZone, minute: '2-digit', second: '2-digit' });
  const parts = minute.formatToParts(new Date(moment));
  const of = (type: 'minute' | 'second') => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const cut = new Date(moment).getTime() - 1000 * (60 * of('minute') + of('second'));
  return `${new Date(cut).toISOString().slice(0, 19)}Z`;
}
