import type { Request } from 'express';
import type { z } from 'zod';
import { BodyTooLarge, InvalidBody, NotJson } from '../problems/failures.ts';

const most = 64 * 1024;
/** A body that is small is there at once; whoever sends it byte by byte holds a connection. */
const patience = 10_000;

async function bytesOf(request: Request): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const slow = setTimeout(() => request.destroy(), patience);
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      size += (chunk as Buffer).length;
      if (size > most) throw new BodyTooLarge(most);
      chunks.push(chunk as Buffer);
    }
  } finally {
    clearTimeout(slow);
  }
  return Buffer.concat(chunks);
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new NotJson();
  }
}

/** What is wrong with a body, in one line without its values. */
function explained({ issues }: z.ZodError): InvalidBody {
  const told = issues.map((issue) => {
    const at = issue.path.join('.');
    if (issue.code === 'unrecognized_keys') return `${issue.keys.join(', ')}: there is no such field`;
    return at === '' ? issue.message : `${at}: ${issue.message}`;
  });
  const [first] = issues;
  const field = first?.code === 'unrecognized_keys' ? first.keys[0] : first?.path[0];
  return new InvalidBody(told.join('; ').slice(0, 1000), field === undefined ? undefined : String(field));
}

/**
 * The JSON body of a request, of at most 64 KiB.
 * @throws NotJson, BodyTooLarge, InvalidBody naming the fields that are wrong or unknown
 */
export async function readBody<Shape extends z.ZodType>(
  request: Request,
  shape: Shape,
): Promise<z.infer<Shape>> {
  if (!/^application\/json *(;|$)/i.test(request.get('Content-Type') ?? '')) throw new NotJson();
  if (Number(request.get('Content-Length')) > most) throw new BodyTooLarge(most);
  const result = shape.safeParse(parse(await bytesOf(request)));
  if (!result.success) throw explained(result.error);
  return result.data;
}
