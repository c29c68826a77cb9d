import type { DashboardState } from '../../address/state.ts';

type Asked = Readonly<Record<string, string | readonly string[]>>;

/** An address of the API with what is said of it; nothing of what is empty. */
export function evaluationAddressOf(path: string, asked: Asked): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(asked))
    for (const each of typeof value === 'string' ? [value] : value)
      if (each !== '') parameters.append(name, each);
  return parameters.size > 0 ? `${path}?${parameters}` : path;
}

/** The table of the month of the page. */
export const monthAddress = ({ evaluation: { month } }: DashboardState, group: string): string =>
  evaluationAddressOf('evaluation', { month, group });

/** What moved the rank of a unit. */
export const movedAddress = (month: string, group: string, unit: string): string =>
  evaluationAddressOf('evaluation', { month, group, unit });

/** Months of some units. */
export const courseAddress = (group: string, units: readonly string[], to: string): string =>
  evaluationAddressOf('evaluation/course', { group, unit: units, to, months: '13' });

/** One unit's month in depth. */
export const depthAddress = (month: string, group: string, unit: string): string =>
  evaluationAddressOf('evaluation/unit', { month, group, unit });

/** At most so many stand beside the unit of the page. */
export const mostBeside = 4;

/** The units beside the one of the page, as the address names them. */
export const besideOf = ({ evaluation: { beside }, object }: DashboardState): string[] =>
  [...new Set(beside.split(','))].filter((code) => code !== '' && code !== object).slice(0, mostBeside);
