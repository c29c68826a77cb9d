import { hkdfSync } from 'node:crypto';
import { type Access, type AccessConfiguration, createAccess, readAuthSecret } from '@hotline-atlas/access';
import type { City } from '@hotline-atlas/city';
import type { Configuration } from '@hotline-atlas/clickhouse';
import type { Progress } from '@hotline-atlas/progress';
import { type Store, StoreUnreachable } from '@hotline-atlas/store';

/** What accounts of a city are opened with. */
export interface AccessRequest {
  configuration: Configuration;
  access: AccessConfiguration;
  city: City;
  store: Store;
}

/** Who is let in, and the secret that pseudonyms and cursors are made with. */
export interface OpenAccess {
  access: Access;
  secret: Buffer;
}

/** The address links lead to, where none is configured. */
function usualUrl({ host, port }: Configuration): string {
  const everywhere = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host);
  return `http://${everywhere ? 'localhost' : host}:${port}`;
}

/**
 * Opens accounts, sign-in and the audit over a store.
 * @throws ConfigurationError when the secret of the data folder was spoiled
 */
export async function openAccess({ configuration, access, city, store }: AccessRequest): Promise<OpenAccess> {
  const secret = readAuthSecret(access.secret, configuration.dataDir);
  return {
    access: await createAccess({
      mode: access.mode,
      store,
      city,
      secret,
      url: access.publicUrl ?? usualUrl(configuration),
      singleSignOn: access.singleSignOn,
    }),
    secret: Buffer.from(hkdfSync('sha256', secret, '', 'pseudonyms and cursors', 32)),
  };
}

/** Names the server answers to: that of the address people know it by among them. */
export const hostsOf = (
  { host, allowedHosts }: Configuration,
  { publicUrl }: AccessConfiguration,
): string[] => [host, ...allowedHosts, ...(publicUrl ? [new URL(publicUrl).host] : [])];

/** Tells who asks for accounts how the first administrator comes in. */
export async function tellFirstLink({ mode, accounts }: Access, progress: Progress): Promise<void> {
  if (mode === 'open') return;
  try {
    const invitation = await accounts.inviteFirst();
    if (invitation)
      progress.say(
        `No administrator has signed in yet. Within a day, open ${invitation.link} and set the password of “${invitation.account}”.`,
      );
  } catch (error) {
    if (!(error instanceof StoreUnreachable)) throw error;
    progress.say('Nobody can sign in until the store answers.');
  }
}
