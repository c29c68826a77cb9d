import { grains } from '@hotline-atlas/model';
import { oneOf } from '../../address/parameter.ts';

export const trendAddress = {
  grain: oneOf('grain', grains, 'auto'),
};
