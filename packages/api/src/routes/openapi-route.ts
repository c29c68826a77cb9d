import type { RequestHandler } from 'express';
import type { Atlas } from '../context/atlas.ts';
import { openapiDocument } from '../openapi/document.ts';

/** `GET /api/openapi.json` */
export function answerOpenapi({ city }: Atlas): RequestHandler {
  const document = openapiDocument(`Hotline Atlas: ${city.name.en}`);
  return (_request, response) => {
    response.set('Cache-Control', 'private, no-cache').json(document);
  };
}
