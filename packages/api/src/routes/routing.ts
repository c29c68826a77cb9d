import type { RequestHandler } from 'express';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** Takes up routes; who may use one stands in its description. */
export interface Routing {
  /** @typeParam Parts the parameters the path holds */
  on<Parts>(method: Method, path: string, answer: RequestHandler<Parts>): void;
}
