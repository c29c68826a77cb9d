/** Any base would do: an address is ours where it stays with the one it is read against. */
const base = 'http://this.invalid';

/** Addresses nobody wants to come back to. */
const notPages = /^\/(?:api|sign-in)(?:[/?#]|$)/;

/**
 * An address of this dashboard: path, query and fragment.
 * @returns empty where the text leads anywhere else, or to no page
 */
export function ownAddress(text: string): string {
  if (!text.startsWith('/') || !URL.canParse(text, base)) return '';
  const { origin, pathname, search, hash } = new URL(text, base);
  const isOwn = origin === base && !pathname.startsWith('//') && !notPages.test(pathname);
  return isOwn ? pathname + search + hash : '';
}
