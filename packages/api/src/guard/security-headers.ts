import type { RequestHandler } from 'express';

/**
 * Scripts and workers of our own build only; deck.gl makes workers and images from blobs, charts set styles.
 */
const contentPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self' blob: data:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ');

/** Headers that keep a browser from doing with an answer what it is not meant for. */
export const securityHeaders = {
  'Content-Security-Policy': contentPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
};

/** Sets them for every answer. */
export const setSecurityHeaders: RequestHandler = (_request, response, next) => {
  response.set(securityHeaders);
  next();
};
