import type { Socket } from 'node:net';
import type { RequestHandler } from 'express';

/**
 * Ends an answer of which nobody takes anything for a while: it holds memory, a connection and a place others
 * wait for. One that is taken slowly goes on, and so does one that is still being worked out. What is taken
 * is seen in lumps of what the operating system buffers, about a megabyte on a fast line: a minute is long
 * enough for some twenty kilobytes a second.
 */
export const endWhenStalled =
  (milliseconds: number): RequestHandler =>
  (_request, response, next) => {
    response.setTimeout(milliseconds);
    response.on('timeout', (socket: Socket) => {
      if (response.writableLength > 0) response.destroy();
      else socket.setTimeout(milliseconds);
    });
    next();
  };
