import type { RequestHandler } from 'express';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** Takes up routes; who may use one stands in its description. */
export interface Routing {
  on(method: Method, path: string, answer: RequestHandler): void;
}
