import { expect, test } from 'vitest';
import { listen } from './server.ts';

const app = (_request: unknown, response: { end(text: string): void }) => response.end('here');

test('a port in use, and an address the machine lacks, are one line that says what to do', async () => {
  const listening = await listen(app, 0);
  try {
    await expect(listen(app, listening.port)).rejects.toThrow(
      `Port ${listening.port} is in use: stop what listens there, or set PORT to another`,
    );
    await expect(listen(app, 0, '192.0.2.1')).rejects.toThrow(
      'This machine has no address 192.0.2.1: set HOST to one it has',
    );
  } finally {
    await listening.close();
  }
});

test('closing lets an answer under way finish, and frees the port', async () => {
  const slow = await listen((_request, response) => {
    response.write('be');
    setTimeout(() => response.end('gun'), 100);
  }, 0);
  const answer = fetch(slow.url).then((response) => response.text());
  await new Promise((resolve) => setTimeout(resolve, 50));
  await slow.close();
  expect(await answer).toBe('begun');
  const again = await listen(app, slow.port);
  await again.close();
});
