import type { Request, RequestHandler } from 'express';
import { OtherOrigin, UnknownHost } from '../problems/failures.ts';
import { securityHeaders } from './security-headers.ts';

interface Host {
  /** In lower case; an IPv6 address in brackets. */
  name: string;
  /** Null where none is named. */
  port: string | null;
}

const form = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::(\d{1,5}))?$/;

function parseHost(text: string): Host | null {
  const [, name, port = null] = form.exec(text.toLowerCase()) ?? [];
  return name === undefined ? null : { name, port };
}

/** An address as a host names it. */
const bracketed = (address: string): string =>
  address.includes(':') && !address.startsWith('[') ? `[${address}]` : address;

/** The address a connection was made to; that of IPv4 where it came over both. */
const ownAddress = ({ socket }: Request): string =>
  bracketed((socket.localAddress ?? '').replace(/^::ffff:(?=\d+\.)/, '').replace(/%.*$/, ''));

const isLoopback = (name: string): boolean =>
  name === 'localhost' || name === '[::1]' || /^127(\.\d{1,3}){3}$/.test(name);

/** Addresses a server listens on that stand for all of a machine. */
const everyAddress: ReadonlySet<string> = new Set(['0.0.0.0', '[::]']);

const configured = (hosts: readonly string[]): Host[] =>
  hosts
    .flatMap((host) => parseHost(host) ?? parseHost(bracketed(host)) ?? [])
    .filter(({ name }) => !everyAddress.has(name));

/**
 * A browser follows links and addresses that are typed, wherever they stand: the page they are on learns
 * nothing of the answer.
 */
const isNavigation = (request: Request): boolean =>
  /^(GET|HEAD)$/.test(request.method) &&
  request.get('Sec-Fetch-Mode') === 'navigate' &&
  (request.get('Sec-Fetch-Dest') ?? 'document') === 'document';

/**
 * Answers only who asks for a host that is this server's, and no page of another. Without a sign-in, a page
 * on the web could else have its own name lead to this machine (DNS rebinding) and read everything. Hosts are
 * the loopback names, the address the connection was made to, and those configured.
 * @param hosts names and addresses, with a port where only that one is meant
 */
export function answerOwnHosts(hosts: readonly string[]): RequestHandler {
  const known = configured(hosts);
  const isConfigured = ({ name, port }: Host): boolean =>
    known.some((one) => one.name === name && (one.port === null || one.port === port));
  const isOwn = (request: Request, host: Host): boolean =>
    isLoopback(host.name) || host.name === ownAddress(request) || isConfigured(host);

  const isOwnOrigin = (request: Request): boolean => {
    const origin = request.get('Origin');
    if (origin === undefined) return true;
    const [, named] = /^https?:\/\/([^/]+)$/.exec(origin) ?? [];
    if (named === undefined) return false;
    const host = parseHost(named);
    return named === request.get('Host') || (host !== null && isConfigured(host));
  };
  const isOwnPage = (request: Request): boolean => {
    const site = request.get('Sec-Fetch-Site');
    return isOwnOrigin(request) && (site === undefined || site === 'same-origin' || site === 'none');
  };

  return (request, response, next) => {
    const host = parseHost(request.get('Host') ?? '');
    if (host && isOwn(request, host) && (isOwnPage(request) || isNavigation(request))) {
      next();
      return;
    }
    response.set(securityHeaders);
    if (!host || !isOwn(request, host)) throw new UnknownHost(host?.name ?? null);
    throw new OtherOrigin();
  };
}
