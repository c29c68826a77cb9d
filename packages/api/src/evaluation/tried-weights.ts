import { InvalidQuestion, parseName, type Scheme } from '@hotline-atlas/model';

const mostPoints = 1000;
const isPoints = /^\d{1,4}(\.\d{1,2})?$/;

function refuse(sent: string, { indicators }: Scheme): never {
  const own = indicators.map(({ name, weight }) => `${name}:${weight}`).join();
  throw new InvalidQuestion(
    'weights',
    sent,
    `send points from 0 to ${mostPoints} by indicator, each once and some above 0, for example ${own}`,
  );
}

/**
 * Tried weights of the indicators of a scheme, as `response:20,resolution:40`; an indicator that is not named
 * keeps its own.
 * @throws InvalidQuestion naming what was sent and what is understood
 */
export function parseTriedWeights(sent: string, scheme: Scheme): Record<string, number> {
  const names = scheme.indicators.map(({ name }) => name);
  const tried = new Map(scheme.indicators.map(({ name, weight }) => [name, weight]));
  const named = new Set<string>();
  for (const pair of sent.split(',')) {
    const [name = '', points = '', ...more] = pair.split(':');
    if (more.length > 0 || !isPoints.test(points) || Number(points) > mostPoints) refuse(sent, scheme);
    const indicator = parseName('weights', name, names);
    if (named.has(indicator)) refuse(sent, scheme);
    named.add(indicator);
    tried.set(indicator, Number(points));
  }
  if (![...tried.values()].some((points) => points > 0)) refuse(sent, scheme);
  return Object.fromEntries(tried);
}
