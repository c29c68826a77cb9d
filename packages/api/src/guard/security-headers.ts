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

/** Browsers that came over TLS once come over nothing else for half a year. */
const strictTransport = { 'Strict-Transport-Security': 'max-age=15768000' };

/**
 * Sets them for every answer.
 * @param isEncrypted whether people know the server by an `https://` address
 */
export const setSecurityHeaders =
  (isEncrypted: boolean): RequestHandler =>
  (_request, response, next) => {
    response.set({ ...securityHeaders, ...(isEncrypted && strictTransport) });
    next();
  };
