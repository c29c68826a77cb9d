import type { RequestHandler } from 'express';
import type { Context } from '../context/context.ts';
import { openapiDocument } from '../openapi/document.ts';

/** `GET /api/openapi.json` */
export function answerOpenapi({ city }: Context): RequestHandler {
  const document = openapiDocument(`Hotline Atlas: ${city.name.en}`);
  return (_request, response) => {
    response.set('Cache-Control', 'private, no-cache').json(document);
  };
}
