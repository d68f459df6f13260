import type {
  AddToDenylistAnswer,
  AddToDenylistBody,
  DenylistEntry,
  ListDenylistAnswer,
} from '#contract/v3/denylist.ts';
import { columns } from './columns.ts';
import type { Given, Told } from './command.ts';
import type { Connection } from './connection.ts';
import { pageSays, query } from './query.ts';
import { readStandardInput } from './read-file.ts';
import { whoSaysSo } from './who-says-so.ts';
import { WrongUsage } from './wrong-usage.ts';

/** A page of the denylist, with who listed what and why. */
export async function listDenylist(connection: Connection, { options }: Given): Promise<Told> {
  const { kind, code, customer: userId, application: applicationId, open, page, limit } = options;
  const answer = await connection.asOperator<ListDenylistAnswer>({
    method: 'GET',
    path: `/v3/operator/denylist${query({ kind, code, userId, applicationId, open, page, limit })}`,
    about: 'list the denylist',
  });
  const rows = answer.entries.map((entry) => [
    entry.entryId,
    entry.kind,
    entry.code,
    entry.userId === null ? '' : `customer ${entry.userId}`,
    `from ${entry.from}${entry.until === null ? '' : ` until ${entry.until}`}`,
    `${entry.by}: ${entry.reason}`,
    entry.lifted === null
      ? `${entry.matches} applications, key ${entry.keyId}`
      : `lifted ${entry.lifted.at} by ${entry.lifted.by}: ${entry.lifted.reason}`,
  ]);
  return { json: answer, text: [...(rows.length === 0 ? [] : [columns(rows)]), pageSays(answer.meta)].join('\n') };
}

/** Lists something of a person, or everything that is known of a customer. */
export async function addToDenylist(connection: Connection, { names, options }: Given): Promise<Told> {
  const { code, from, until } = options;
  const { by, reason } = whoSaysSo(options);
  if (!code) throw new WrongUsage('For which reason? Give --code.');
  const [kind, written] = names;
  const member = members[kind!];
  if (member === undefined) throw new WrongUsage(`What is it? One of ${Object.keys(members).join(', ')}.`);
  const value = written === '-' ? readStandardInput().trim() : written!;
  const answer = await connection.asOperator<AddToDenylistAnswer>({
    method: 'POST',
    path: '/v3/operator/denylist',
    about: `list this ${kind}`,
    body: { ...member(value), code, by, reason, from, until },
    idempotencyKey: connection.run,
  });
  const lines = answer.entries.map(({ entryId, kind: of }) => [entryId, of]);
  return { json: answer, text: `${columns(lines)}\nWhoever applies with it is looked at first.` };
}

/** Nobody is looked at for this entry any more. */
export async function liftFromDenylist(connection: Connection, { names: [entryId], options }: Given): Promise<Told> {
  const { by, reason } = whoSaysSo(options);
  const answer = await connection.asOperator<DenylistEntry>({
    method: 'POST',
    path: `/v3/operator/denylist/${encodeURIComponent(entryId!)}/lift`,
    about: `lift the entry ${entryId}`,
    body: { by, reason },
    idempotencyKey: connection.run,
  });
  return { json: answer, text: `The entry ${answer.entryId} is lifted.` };
}

type Value = Omit<AddToDenylistBody, 'code' | 'by' | 'reason'>;

/** What a person types for each kind, and what it is on the wire. */
const members: Readonly<Record<string, (text: string) => Value>> = {
  customer: (userId) => ({ userId }),
  ssn: (ssn) => ({ ssn }),
  bank: (text) => {
    const [routing = '', account = ''] = text.split('/').map((part) => part.trim());
    if (!routing || !account) throw new WrongUsage('An account is written ROUTING/ACCOUNT.');
    return { bankAccount: { routing, account } };
  },
  device: (deviceId) => ({ deviceId }),
  mobile: (mobilePhone) => ({ mobilePhone }),
  email: (email) => ({ email }),
  'email-domain': (emailDomain) => ({ emailDomain }),
  address: (text) => {
    const found = /^(?<street1>.+),(?<city>[^,]+),\s*(?<regionAbbr>[A-Za-z]{2})\s+(?<postalCode>\S+)$/.exec(
      text.trim(),
    );
    if (!found) throw new WrongUsage('An address is written "street, city, ST 12345".');
    const { street1 = '', city = '', regionAbbr = '', postalCode = '' } = found.groups ?? {};
    return {
      address: { street1: street1.trim(), city: city.trim(), regionAbbr: regionAbbr.toUpperCase(), postalCode },
    };
  },
};
