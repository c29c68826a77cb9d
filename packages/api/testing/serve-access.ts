import { createHash } from 'node:crypto';
import { type Access, type AccessOptions, createAccess } from '@hotline-atlas/access';
import { readRoles, standardRoles } from '@hotline-atlas/city';
import { city } from '@hotline-atlas/query/testing';
import { openTestStore, type StoreKind, type TestStore } from '@hotline-atlas/store/testing';
import { type Answers, serve } from './serve.ts';

/** Passwords at no cost, and how often one was worked out: the same for everybody who is refused. */
function countedHashing() {
  const digest = (password: string) => createHash('sha256').update(password).digest('hex');
  const count = { worked: 0 };
  return {
    count,
    hash: async (password: string) => {
      count.worked += 1;
      return digest(password);
    },
    verify: async ({ hash, password }: { hash: string; password: string }) => {
      count.worked += 1;
      return hash === digest(password);
    },
  };
}

export const password = 'correct horse battery 47';

/** A browser: keeps cookies as it is told, and says where its pages come from. */
export interface Browser {
  ask(path: string, init?: RequestInit & { json?: unknown }): Promise<Response>;
  /** The cookies it would send. */
  cookies: Map<string, string>;
}

export interface AccessServer {
  access: Access;
  store: TestStore;
  hashing: ReturnType<typeof countedHashing>;
  logged: Record<string, unknown>[];
  url: string;
  browser(): Browser;
  /** Adds an account, sets its password by its link, and signs in. */
  signedIn(name: string, role: string, duty?: { districts?: string[]; units?: string[] }): Promise<Browser>;
  close(): Promise<void>;
}

function browserOf(url: string): Browser {
  const cookies = new Map<string, string>();
  return {
    cookies,
    async ask(path, { json, ...init } = {}) {
      const headers = new Headers(init.headers);
      headers.set('Origin', headers.get('Origin') ?? url);
      if (cookies.size > 0 && !headers.has('Cookie'))
        headers.set('Cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
      if (json !== undefined) headers.set('Content-Type', 'application/json');
      const response = await fetch(`${url}${path}`, {
        redirect: 'manual',
        ...init,
        headers,
        ...(json !== undefined && { body: JSON.stringify(json), method: init.method ?? 'POST' }),
      });
      for (const set of response.headers.getSetCookie()) {
        const [pair = '', ...attributes] = set.split('; ');
        const [name = '', value = ''] = pair.split('=');
        if (attributes.some((attribute) => /^max-age=0$/i.test(attribute))) cookies.delete(name);
        else cookies.set(name, value);
      }
      return response;
    },
  };
}

/** The API with accounts, over HTTP, and a store of its own. */
export async function serveAccess(
  kind: StoreKind = 'PGlite',
  options: Partial<AccessOptions> = {},
  answers: Answers = {},
): Promise<AccessServer> {
  const store = await openTestStore(kind);
  const hashing = countedHashing();
  const access = await createAccess({
    mode: 'accounts',
    store,
    city: { ...city, roles: readRoles(standardRoles) },
    secret: 'kT8vQ2mZ5xW9bN4cR7jL1pH6sD3fG0yA',
    url: 'http://localhost:1',
    hashing,
    ...options,
  });
  const server = await serve(answers, { access, store });
  const url = `http://127.0.0.1:${server.port}`;
  const browser = () => browserOf(url);
  return {
    access,
    store,
    hashing,
    logged: server.logged,
    url,
    browser,
    async signedIn(name, role, { districts = [], units = [] } = {}) {
      const { invitation } = await access.accounts.add(
        { name, role, districts, units, project: null },
        'console',
      );
      const secret = new URL(invitation.link).hash.slice('#invitation='.length);
      await access.invitations.use({ invitation: secret, password });
      const one = browser();
      await one.ask('/api/sign-in', { json: { name, password } });
      return one;
    },
    close: async () => {
      await server.close();
      await store.close().catch(() => undefined);
    },
  };
}
