import { useAddresses } from '../address/useAddress.ts';

/** Whether the panels keep still: what they show is not of the choice made last. */
export const useStill = (): boolean => useAddresses(({ chosen, drawn }) => chosen !== drawn);
