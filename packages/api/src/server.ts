import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigurationError } from '@hotline-atlas/clickhouse';

/** A server that listens. */
export interface Listening {
  url: string;
  port: number;
  /** Stops listening, lets answers under way finish for a while, and then ends them. */
  close: (graceMilliseconds?: number) => Promise<void>;
}

function explained(cause: NodeJS.ErrnoException, host: string, port: number): Error {
  if (cause.code === 'EADDRINUSE')
    return new ConfigurationError(`Port ${port} is in use: stop what listens there, or set PORT to another`, {
      cause,
    });
  if (cause.code === 'EACCES')
    return new ConfigurationError(`Port ${port} may not be listened on: set PORT to one from 1024 on`, {
      cause,
    });
  if (cause.code === 'EADDRNOTAVAIL')
    return new ConfigurationError(`This machine has no address ${host}: set HOST to one it has`, { cause });
  return cause;
}

function closing(server: Server, grace: number): Promise<void> {
  return new Promise((resolve) => {
    const impatient = setTimeout(() => server.closeAllConnections(), grace);
    // A kept-alive connection whose answer has just ended would be waited for until the grace is over.
    const ended = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearTimeout(impatient);
      clearInterval(ended);
      resolve();
    });
  });
}

/**
 * Longer than browsers and proxies keep an idle connection: whoever asks on one that the server just closed
 * would get no answer.
 */
const keepAlive = 75_000;

/**
 * Listens on a port; 0 takes any that is free.
 * @param host loopback unless said otherwise
 * @throws ConfigurationError when it cannot
 */
export function listen(app: RequestListener, port: number, host = '127.0.0.1'): Promise<Listening> {
  const server = createServer({ keepAliveTimeout: keepAlive }, app);
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => reject(explained(cause, host, port)));
    server.listen(port, host, () => {
      const { port: taken } = server.address() as AddressInfo;
      const shown = host === '127.0.0.1' || host === '0.0.0.0' || host === '::' ? 'localhost' : host;
      resolve({
        url: `http://${shown}:${taken}`,
        port: taken,
        close: (grace = 3000) => closing(server, grace),
      });
    });
  });
}
