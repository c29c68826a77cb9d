import { resolve } from 'node:path';
import express, { Router } from 'express';

/** The built dashboard: files with a hash in their name are kept for good, every other address is the page itself. */
export function dashboardFiles(folder: string): Router {
  const router = Router();
  const files = resolve(folder);
  router.use(
    '/assets',
    express.static(resolve(files, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }),
  );
  router.use(express.static(files, { index: false, cacheControl: false }));
  router.get('/{*page}', (_request, response) => {
    response.set('Cache-Control', 'no-cache').sendFile('index.html', { root: files });
  });
  return router;
}
