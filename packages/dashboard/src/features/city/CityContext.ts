import { createContext, useContext } from 'react';
import type { CityScreen } from './cityScreen.ts';

export const CityContext = createContext<CityScreen | null>(null);

/** The month of the page of the city, and what it is compared with. */
export function useCity(): CityScreen {
  const city = useContext(CityContext);
  if (!city) throw new Error('rendered outside of the page of the city');
  return city;
}
