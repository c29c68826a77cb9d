import { writeFileSync } from 'node:fs';
import { Server } from 'node:http';
import { isMainThread } from 'node:worker_threads';
import './note.js';

const { FILTER_PATH_MARKER: marker, FILTER_PATH_OUT: file } = process.env;
if (isMainThread && marker && file) {
  const { emit } = Server.prototype;
  Server.prototype.emit = function noticed(event, ...rest) {
    if (event === 'request' && rest[0].url.includes(marker)) globalThis.passing.marker = marker;
    return emit.call(this, event, ...rest);
  };
  process.on('exit', () => writeFileSync(file, JSON.stringify([...globalThis.passing.depths])));
}
