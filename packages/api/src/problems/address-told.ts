const hidden = (query: string): string =>
  `${new URLSearchParams(
    [...new URLSearchParams(query)].map(([name, value]) => {
      if (name === 'q') return [name, '…'];
      return [name, name === 'question' ? hidden(value) : value];
    }),
  )}`;

/** An address as a log keeps it: without the words that were searched for, which may name a person. */
export function addressTold(address: string): string {
  const at = address.indexOf('?');
  return at < 0 ? address : `${address.slice(0, at)}?${hidden(address.slice(at + 1))}`;
}
