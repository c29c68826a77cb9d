import { z } from 'zod';
import { momentsSeen, permissions } from '../role.ts';
import { rankedDimensions } from '../scheme.ts';
import { localizedName } from './answer.ts';

const moment = z.iso.datetime({ offset: true }).meta({ description: 'an instant, in UTC' });

/** What somebody may see, in the words of the vocabulary. */
export const scopeTold = z.object({
  where: z.array(z.string()).meta({ description: 'clauses every appeal satisfies, as in `where`' }),
  texts: z.boolean(),
  place: z
    .union([z.literal('point'), z.number().int()])
    .meta({ description: 'the point, or an H3 resolution' }),
  time: z.enum(momentsSeen),
  callers: z.enum(['hidden', 'pseudonym']),
  published: z.array(z.string()).meta({ description: 'dimensions open with `scope=published`' }),
  rankings: z
    .array(z.enum(rankedDimensions))
    .meta({ description: 'whose rankings in the evaluation are open as a whole' }),
});

const role = z.object({ name: z.string(), label: localizedName });

/** `GET /api/session`: who asks, or how to sign in. */
export const session = z.object({
  access: z.enum(['open', 'accounts']),
  person: z
    .object({
      name: z.string(),
      display_name: z.string(),
      role,
      may: z.array(z.enum(permissions)),
      scope: scopeTold.nullable().meta({ description: 'null: no appeals' }),
      second_factor: z.boolean(),
    })
    .nullable()
    .meta({ description: 'null: not signed in' }),
  single_sign_on: z.array(z.object({ id: z.string(), label: localizedName })),
});
export type Session = z.infer<typeof session>;

/** An account, as administrators see it. */
export const account = z.object({
  name: z.string(),
  display_name: z.string(),
  role: z.string(),
  districts: z.array(z.string()),
  units: z.array(z.string()),
  project: z.string().nullable(),
  disabled: z.boolean(),
  second_factor: z.boolean(),
  created: moment,
  last_sign_in: moment.nullable(),
});
export type Account = z.infer<typeof account>;

/** `GET /api/accounts`. */
export const accounts = z.object({
  accounts: z.array(account),
  roles: z.array(role.extend({ sees: z.enum(['city', 'own', 'nothing']) })),
});
export type Accounts = z.infer<typeof accounts>;

/** A one-time link, shown once: who opens it sets the password of the account. */
export const invitation = z.object({ account: z.string(), link: z.string(), expires: moment });
export type Invitation = z.infer<typeof invitation>;

/** `POST /api/accounts`. */
export const addedAccount = z.object({ account, invitation });
export type AddedAccount = z.infer<typeof addedAccount>;

/** A token for scripts, without the token itself. */
export const token = z.object({
  id: z.string(),
  name: z.string(),
  districts: z.array(z.string()).meta({ description: 'none: those of its owner' }),
  texts: z.boolean(),
  created: moment,
  expires: moment,
  last_used: moment.nullable(),
});
export type Token = z.infer<typeof token>;

/** `GET /api/tokens`. */
export const tokens = z.object({ tokens: z.array(token) });
export type Tokens = z.infer<typeof tokens>;

/** `POST /api/tokens`: the only time the token is told. */
export const newToken = token.extend({ token: z.string() });
export type NewToken = z.infer<typeof newToken>;

/** One line of the audit. */
export const auditEntry = z.object({
  number: z.number().int(),
  at: moment,
  who: z.string().nullable().meta({ description: 'the account; null: nobody known' }),
  event: z.string(),
  subject: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof auditEntry>;

/** `GET /api/audit`: newest first. */
export const audit = z.object({
  entries: z.array(auditEntry),
  next: z.number().int().nullable().meta({ description: 'send it as `before` for the next page' }),
});
export type Audit = z.infer<typeof audit>;

/** `GET /api/audit/check`: the whole chain, followed. */
export const auditCheck = z.object({
  entries: z.number().int(),
  removed_to: z
    .number()
    .int()
    .nullable()
    .meta({ description: 'entries up to here were removed, with a checkpoint' }),
  end: z.object({ number: z.number().int(), hash: z.string() }).meta({ description: 'the newest entry' }),
  broken: z
    .object({ number: z.number().int(), reason: z.string() })
    .nullable()
    .meta({ description: 'the first entry that is not as it was written; null: none' }),
});
export type AuditCheck = z.infer<typeof auditCheck>;
