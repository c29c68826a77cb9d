import type { RequestHandler } from 'express';
import type { Context } from '../../context/context.ts';
import { parametersOf } from '../../context/request.ts';
import { accountsOf, askerIn, unkept } from './asked-access.ts';

/** `GET /api/sign-in/sso/:provider`: leads to the provider of single sign-on. */
export const answerSignOn =
  (context: Context): RequestHandler<{ provider: string }> =>
  async (request, response) => {
    const { signOn } = accountsOf(context);
    const [sent = '/'] = parametersOf(request).to ?? [];
    const { to, cookies } = await signOn.begin(request.params.provider, sent);
    unkept(response).append('Set-Cookie', cookies).redirect(302, to);
  };

/** `GET /api/auth/callback/:provider`: where the provider leads back to. */
export const answerSignOnCallback =
  (context: Context): RequestHandler<{ provider: string }> =>
  async (request, response) => {
    const { signOn } = accountsOf(context);
    const query = Object.fromEntries(
      Object.entries(parametersOf(request)).map(([name, values]) => [name, values[0] ?? '']),
    );
    const { to, cookies } = await signOn.end(request.params.provider, query, askerIn(request));
    unkept(response).append('Set-Cookie', cookies).redirect(302, to);
  };
