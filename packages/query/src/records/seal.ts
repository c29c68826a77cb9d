import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';

/** Keeps what stands in an address from being read, changed, or sent by another reader. */
export interface Seal {
  close(text: string): string;
  /** @throws Error where it was not closed by this seal */
  open(sealed: string): string;
}

const [nonceBytes, tagBytes] = [12, 16];

/**
 * A seal of one reader: AES-256-GCM, bound to them. The nonce follows from the text, so that the same text
 * gives the same seal (as SIV does, RFC 5297).
 * @param secret of the server
 * @param reader who sends it back, and what they may see
 */
export function sealFor(secret: Buffer, reader: string): Seal {
  const derived = (purpose: string) => createHmac('sha256', secret).update(`cursors: ${purpose}`).digest();
  const [key, nonces, bound] = [derived('key'), derived('nonces'), Buffer.from(reader)];
  const nonceOf = (text: string) =>
    createHmac('sha256', nonces)
      .update(JSON.stringify([reader, text]))
      .digest()
      .subarray(0, nonceBytes);
  return {
    close(text) {
      const nonce = nonceOf(text);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(bound);
      const sealed = [nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()];
      return Buffer.concat(sealed).toString('base64url');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length <= nonceBytes + tagBytes) throw new Error('Too short for a seal');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes))
        .setAAD(bound)
        .setAuthTag(bytes.subarray(-tagBytes));
      const text = decipher.update(bytes.subarray(nonceBytes, -tagBytes));
      return Buffer.concat([text, decipher.final()]).toString('utf8');
    },
  };
}
