import type { Places } from '@hotline-atlas/model';
import type { Judgement } from '../answer/judgement.ts';
import { answerPlaces } from './answer.ts';
import { type PlacesQuestion, parsePlaces } from './request.ts';

/** `GET /api/places`. */
export const places: Judgement<PlacesQuestion, Places> = {
  name: 'places',
  parse: parsePlaces,
  answer: answerPlaces,
  textsIn: ({ places }) => places.filter(({ address }) => address !== null).length,
};
