import { resolve } from 'node:path';
import express, { type NextFunction, type Response, Router } from 'express';
import { beingBuilt } from './being-built.ts';

/** What is done when the page could not be sent: there is none yet, or something is wrong. */
const unlessSent = (response: Response, next: NextFunction) => (error?: NodeJS.ErrnoException) => {
  if (!error) return;
  if (error.code !== 'ENOENT') return next(error);
  response.status(503).set('Retry-After', '2').type('html').send(beingBuilt);
};

/**
 * The built dashboard: files with a hash in their name are kept for good, every other address is the page
 * itself.
 */
export function dashboardFiles(folder: string): Router {
  const router = Router();
  const files = resolve(folder);
  router.use(
    '/assets',
    express.static(resolve(files, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }),
  );
  router.use(express.static(files, { index: false, cacheControl: false }));
  router.get('/{*page}', (_request, response, next) => {
    response
      .set('Cache-Control', 'no-cache')
      .sendFile('index.html', { root: files }, unlessSent(response, next));
  });
  return router;
}
