import { z } from 'zod';

const text = (most: number) => z.string().max(most);
const name = text(80).meta({ description: 'the name of an account' });
const password = text(1000);
const codes = z.array(text(80)).max(400);
const shown = z
  .string()
  .trim()
  .min(1)
  .max(80)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is refused
  .regex(/^[^\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/, 'no control characters');

/** `POST /api/sign-in`. */
export const signIn = z.strictObject({
  name,
  password,
  code: text(20).optional().meta({ description: 'of the second factor, where the account has one' }),
});
export type SignIn = z.infer<typeof signIn>;

/** `POST /api/invitation`. */
export const invitationUse = z.strictObject({ invitation: text(200), password });

/** `POST /api/invitation/check`. */
export const invitationCheck = z.strictObject({ invitation: text(200) });

/** `POST /api/password`. */
export const passwordChange = z.strictObject({ current: password, next: password });

/** `POST` and `DELETE /api/second-factor`. */
export const passwordProof = z.strictObject({ password });

/** `POST /api/second-factor/confirm`. */
export const codeProof = z.strictObject({ code: text(20) });

/** `POST /api/accounts`. */
export const accountToAdd = z.strictObject({
  name,
  display_name: shown.optional(),
  role: text(80),
  districts: codes.default([]),
  units: codes.default([]),
  project: text(80).nullable().default(null),
});
export type AccountToAdd = z.infer<typeof accountToAdd>;

/** `PATCH /api/accounts/:name`: what is not sent stays. */
export const accountChange = z.strictObject({
  display_name: shown.optional(),
  role: text(80).optional(),
  districts: codes.optional(),
  units: codes.optional(),
  project: text(80).nullable().optional(),
  disabled: z.boolean().optional(),
  second_factor: z.literal(false).optional().meta({ description: 'takes a lost second factor away' }),
});
export type AccountChange = z.infer<typeof accountChange>;

/** `POST /api/tokens`. */
export const tokenToMake = z.strictObject({
  name: shown,
  days: z.number().int().min(1).max(366),
  districts: codes.default([]),
  texts: z.boolean().default(false),
});
export type TokenToMake = z.infer<typeof tokenToMake>;

/** `POST /api/second-factor`: shown once, until a code confirms it. */
export const secondFactor = z.object({
  uri: z.string().meta({ description: 'otpauth:// address, to show as a QR code' }),
  backup_codes: z.array(z.string()).meta({ description: 'each signs in once without the app' }),
});
export type SecondFactor = z.infer<typeof secondFactor>;

/** `POST /api/invitation`, and its check: whose password was set, or can be. */
export const invitationUsed = z.object({ account: z.string() });
