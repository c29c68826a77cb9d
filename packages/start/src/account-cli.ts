import { existsSync } from 'node:fs';
import { AccessFailure, readAccessConfiguration } from '@hotline-atlas/access';
import { readCity } from '@hotline-atlas/city';
import { type Configuration, ConfigurationError, readConfiguration } from '@hotline-atlas/clickhouse';
import { explainFailure } from '@hotline-atlas/ingest';
import { type Account, InvalidQuestion, type Invitation } from '@hotline-atlas/model';
import { openStore, StoreUnreachable } from '@hotline-atlas/store';
import { Command } from 'commander';
import { readNotice } from './console-notice.ts';
import { type Keeping, keepingBy, keepingIn } from './keeping.ts';
import { openAccess } from './open-access.ts';

const print = (text: string): void => void process.stdout.write(`${text}\n`);

/**
 * In another folder the default of `DATA_DIR` names another store, which would be a new one.
 * @throws ConfigurationError
 */
function checkFolder({ storeUrl, dataDir }: Configuration): void {
  if (storeUrl !== null || process.env.DATA_DIR || existsSync(dataDir)) return;
  throw new ConfigurationError(
    `There is no data in ${dataDir}: run this in the folder the server is started in, or set DATA_DIR.`,
  );
}

function configured() {
  const configuration = readConfiguration(process.env, process.env.INIT_CWD ?? process.cwd());
  const access = readAccessConfiguration(process.env, configuration);
  checkFolder(configuration);
  return { configuration, access, city: readCity(configuration.citiesDir, configuration.city) };
}

/** Works in the store itself. The embedded one lets in one process at a time. */
async function inStore<Answer>(work: (keeping: Keeping, shorten: () => Promise<number>) => Promise<Answer>) {
  const { configuration, access, city } = configured();
  const store = openStore({ url: configuration.storeUrl, folder: configuration.dataDir });
  try {
    await store.ready();
    const opened = await openAccess({ configuration, access, city, store });
    const before = new Date();
    before.setUTCFullYear(before.getUTCFullYear() - city.audit.keep_years);
    const shorten = () => opened.access.shortenAudit({ before, who: 'console' });
    return await work(keepingIn(opened.access), shorten);
  } finally {
    await store.close();
  }
}

/** Works by the server that holds the embedded store, where one runs. */
async function keep<Answer>(work: (keeping: Keeping) => Promise<Answer>): Promise<Answer> {
  const { configuration } = configured();
  const notice = configuration.storeUrl === null ? readNotice(configuration.dataDir) : null;
  return notice ? work(keepingBy(notice)) : inStore(work);
}

const listed = (text: string): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

const described = ({
  name,
  role,
  districts,
  units,
  disabled,
  second_factor,
  last_sign_in,
}: Account): string =>
  [
    name,
    role,
    [...districts, ...units].join(',') || '–',
    disabled ? 'disabled' : second_factor ? 'second factor' : '',
    last_sign_in ? `last sign-in ${last_sign_in.slice(0, 10)}` : 'never signed in',
  ]
    .filter((part) => part !== '')
    .join('  ');

const tellLink = ({ account, link, expires }: Invitation): void =>
  print(`${link}\nWhoever opens it sets the password of ${account}; it works once, until ${expires}.`);

/** Districts take the place of units, and units that of districts: an account has one or the other. */
const whole = ({ districts, units, ...duty }: Duty): Duty =>
  districts || units ? { ...duty, districts: districts ?? [], units: units ?? [] } : duty;

interface Duty {
  role?: string;
  districts?: string[];
  units?: string[];
  project?: string;
}

async function add(name: string, { role = '', districts = [], units = [], project }: Duty): Promise<void> {
  const asked = { name, role, districts, units, project: project ?? null };
  const { account, invitation } = await keep((keeping) => keeping.add(asked));
  print(described(account));
  tellLink(invitation);
}

async function verify(): Promise<void> {
  const { entries, removed_to, end, broken } = await keep((keeping) => keeping.check());
  if (removed_to !== null)
    print(`Entries up to ${removed_to} were removed; a signed checkpoint stands for them.`);
  if (broken) {
    process.exitCode = 1;
    print(`BROKEN at entry ${broken.number}: ${broken.reason}. The ${entries} entries before it are whole.`);
  } else
    print(
      `${entries} entries, whole. The newest is ${end.number}, with the hash ${end.hash}: note it elsewhere.`,
    );
}

function explain(error: unknown): void {
  process.exitCode = 1;
  const isClear =
    error instanceof AccessFailure || error instanceof InvalidQuestion || error instanceof StoreUnreachable;
  process.stderr.write(`${isClear ? error.message : explainFailure(error)}\n`);
}

const program = new Command('pnpm account').description('Keeps accounts of the city named by CITY.');
const dutyOptions = (command: Command): Command =>
  command
    .option('--districts <codes>', 'districts of the account, with commas between', listed)
    .option('--units <codes>', 'units of the account, with commas between', listed)
    .option('--project <name>', 'what pseudonyms of callers are made for');

dutyOptions(program.command('add').argument('<name>').requiredOption('--role <role>', 'a role of the city'))
  .description('Adds an account, and prints the one-time link that sets its password.')
  .action(add);
dutyOptions(program.command('role').argument('<name>').argument('<role>'))
  .description('Gives an account another role; its sessions end.')
  .action(async (name: string, role: string, duty: Duty) =>
    print(described(await keep((keeping) => keeping.change(name, { ...whole(duty), role })))),
  );
program
  .command('list')
  .description('Lists accounts.')
  .action(async () => {
    const { accounts } = await keep((keeping) => keeping.list());
    print(accounts.length > 0 ? accounts.map(described).join('\n') : 'There are no accounts.');
  });
for (const [command, disabled] of [
  ['disable', true],
  ['enable', false],
] as const)
  program
    .command(command)
    .argument('<name>')
    .description(disabled ? 'Lets an account in no more; its sessions and tokens end.' : 'Lets it in again.')
    .action(async (name: string) =>
      print(described(await keep((keeping) => keeping.change(name, { disabled })))),
    );
program
  .command('invite')
  .argument('<name>')
  .description('Prints a new one-time link, for a password that was forgotten.')
  .action(async (name: string) => tellLink(await keep((keeping) => keeping.invite(name))));
program
  .command('audit')
  .description('Checks the audit, or removes what is older than the city keeps.')
  .option('--verify', 'follow the chain, and name the first entry that is broken')
  .option('--shorten', 'remove entries older than `audit: keep_years` of the city, with a signed checkpoint')
  .action(async ({ shorten = false }: { shorten?: boolean }) => {
    if (shorten) print(`${await inStore((_keeping, work) => work())} entries removed.`);
    await verify();
  });

await program.parseAsync().catch(explain);
