import type { RequestHandler } from 'express';
import { openapiDocument } from '../openapi/document.ts';
import type { Atlas } from './atlas.ts';

/** `GET /api/openapi.json` */
export function answerOpenapi({ city }: Atlas): RequestHandler {
  const document = openapiDocument(`Hotline Atlas: ${city.name.en}`);
  return (_request, response) => {
    response.set('Cache-Control', 'private, no-cache').json(document);
  };
}
