import { deniedKinds, denyCodes } from '#core/application/denylist.ts';
import {
  acceptDocuments,
  approveApplication,
  declineApplication,
  listApplications,
  receiveDocuments,
  rejectDocuments,
  requestDocuments,
  revokeApplication,
  showApplication,
  withdrawApplication,
} from './applications.ts';
import { audit } from './audit.ts';
import { dropKey, newKey } from './change-keys.ts';
import type { Command, Option } from './command.ts';
import { createKey } from './create-key.ts';
import { createMerchant } from './create-merchant.ts';
import { addToDenylist, liftFromDenylist, listDenylist } from './denylist.ts';
import { listDocuments, openDocument } from './documents.ts';
import { deliverTransaction, finalizeTransaction, shipTransaction } from './fulfil-transaction.ts';
import { liftHold, listHolds, setHold } from './holds.ts';
import { importProducts } from './import-products.ts';
import { createKiosk, endKiosk, listKiosks } from './kiosks.ts';
import { holdLease, listLeaseHolds, releaseLease } from './lease-holds.ts';
import { listLetters, postLetter, printLetter } from './letters.ts';
import { listKeys } from './list-keys.ts';
import { listMerchants } from './list-merchants.ts';
import { listOpenings } from './list-openings.ts';
import { listProducts } from './list-products.ts';
import { listSecurityEvents } from './list-security-events.ts';
import { listTransactions } from './list-transactions.ts';
import { moveClock } from './move-clock.ts';
import { addOrigin, listOrigins, removeOrigin } from './origins.ts';
import { readInbox } from './read-inbox.ts';
import { refundItem } from './refund-item.ts';
import { replayDecisions } from './replay-decisions.ts';
import { revokeKey } from './revoke-key.ts';
import { rotateKey } from './rotate-key.ts';
import { checkRules, diffRules, listRules, showRules } from './rules.ts';
import { clearScreening, confirmScreening, correctScreening, listScreening, showScreening } from './screening.ts';
import { secretsStatus } from './secrets-status.ts';
import { seed } from './seed.ts';
import { setMerchant } from './set-merchant.ts';
import { showKeys } from './show-keys.ts';
import { showMerchant } from './show-merchant.ts';
import { showTransaction } from './show-transaction.ts';
import { cancelItems, returnItems } from './take-back.ts';
import { verify } from './verify.ts';

const apiKey = { value: 'KEY', says: 'the secret key of the store; else FLEXPAY_API_KEY' };
const paging = {
  page: { value: 'NUMBER', says: 'which page; else 1' },
  limit: { value: 'NUMBER', says: 'how many on a page; else 20' },
};
const item: Option = {
  value: 'SKU[=UNITS]',
  says: 'an article, all units of it unless you say how many; may stand there several times; else all that is left',
  many: true,
};
const expires = { value: 'TIME', says: 'when the new key ends, like 2027-06-30T00:00:00Z; else never' };

const signed = {
  by: { value: 'NAME', says: 'who does it; kept for good' },
  reason: { value: 'TEXT', says: 'why, for the record; the applicant does not read it' },
};
const because = {
  value: 'CODE',
  says: 'a reason the customer is told, like K06_IDENTITY_NOT_VERIFIED; may stand there up to four times',
  many: true,
} as const;
const said = '--by "Jane Doe" --reason "Called back on the number on file"';
const anApplication = '65f1c0d14be2d93117aa0d01';
const aNotice = '65f1c0d14be2d93117aa0d05';
const aCustomer = '65f1c0a84be2d93117aa0c52';
const holdCause = { value: 'bankruptcy|death|fraud_claim', says: 'what is known of the customer' };
const aLease = '4719036258';
const aHold = '65f1c0d14be2d93117aa0d06';
const anEntry = '65f1c0d14be2d93117aa0d07';
const denyCode = { value: Object.keys(denyCodes).join('|'), says: 'why it is listed' };

/** Everything the command line can do, in the order of help. */
export const commands: readonly Command[] = [
  {
    words: 'audit',
    takes: [],
    says: 'Checks the books against every rule they must keep. A breach makes the exit code 1.',
    options: {},
    example: 'flexpay audit',
    run: audit,
  },
  {
    words: 'rules list',
    takes: [],
    says: 'Lists the records of the law: whether leases may be signed under each, its hash, and the open leases under it.',
    options: {},
    example: 'flexpay rules list',
    run: listRules,
  },
  {
    words: 'rules show',
    takes: ['VERSION'],
    says: 'Shows what a record says, value by value, with the source of each.',
    options: {},
    example: 'flexpay rules show CA-1',
    run: showRules,
  },
  {
    words: 'rules diff',
    takes: ['VERSION', 'VERSION'],
    says: 'Shows what the second record says otherwise, and how many open leases stand under the first. None changes.',
    options: {},
    example: 'flexpay rules diff default-1 OH-1',
    run: diffRules,
  },
  {
    words: 'rules check',
    takes: [],
    says: 'Names the records that would not be live in production. One of them makes the exit code 1.',
    options: {},
    example: 'flexpay rules check',
    run: checkRules,
  },
  {
    words: 'verify',
    takes: ['FILE'],
    says: `Checks an evidence file on this machine alone. FILE is what GET /v3/leases/{leaseId}/evidence answered. It reads the events and their chain, hashes every document and the cart, works every figure out again from its formula, compares the amounts, and checks the signature over all of it. Anything that was changed makes the exit code 1 and is named. A file can only say which key signed it; that the key is the house's, you know when you give it.`,
    options: {
      key: {
        value: 'FILE|HEX',
        says: 'the house’s public key: what GET /v3/evidence-key answered, in a file, or its 64 hex digits',
      },
      rules: {
        value: 'FOLDER',
        says: 'the records of the law, rules/ of the source: every figure and due day is worked out from them by a program that shares nothing with the one that made them',
      },
    },
    example: 'flexpay verify evidence.json --key house-key.json --rules rules',
    run: verify,
  },
  {
    words: 'applications list',
    takes: [],
    says: 'Lists applications, newest first; what waits for us, oldest first.',
    options: {
      state: { value: 'STATE', says: 'only those in this state, like review or step_up' },
      'waits-for': { value: 'WHO', says: 'whose turn it is: operator, customer, provider or nobody' },
      merchant: { value: 'MERCHANT_ID', says: 'of one store; else of all' },
      ...paging,
    },
    example: 'flexpay applications list --waits-for operator',
    run: listApplications,
  },
  {
    words: 'applications show',
    takes: ['APPLICATION_ID'],
    says: 'Shows what a decision saw, point by point, and what people did with the application. Numbers are masked.',
    options: {},
    example: `flexpay applications show ${anApplication}`,
    run: showApplication,
  },
  {
    words: 'applications approve',
    takes: ['APPLICATION_ID'],
    says: 'Approves what is in review. You vouch for who the applicant is.',
    options: { ...signed, limit: { value: 'DOLLARS', says: 'the spending limit, 100 to 2500; else the scorecard’s' } },
    example: `flexpay applications approve ${anApplication} ${said} --limit 750`,
    run: approveApplication,
  },
  {
    words: 'applications decline',
    takes: ['APPLICATION_ID'],
    says: 'Declines what waits for us; the applicant gets the notice with the reasons you give.',
    options: { ...signed, because },
    example: `flexpay applications decline ${anApplication} --because K06_IDENTITY_NOT_VERIFIED ${said}`,
    run: declineApplication,
  },
  {
    words: 'applications request-documents',
    takes: ['APPLICATION_ID'],
    says: 'Asks the applicant for documents that say who they are, or once more where what came does not do.',
    options: signed,
    example: `flexpay applications request-documents ${anApplication} ${said}`,
    run: requestDocuments,
  },
  {
    words: 'applications documents',
    takes: ['APPLICATION_ID'],
    says: 'Lists what an applicant handed in to show who they are.',
    options: {},
    example: `flexpay applications documents ${anApplication}`,
    run: listDocuments,
  },
  {
    words: 'applications document',
    takes: ['APPLICATION_ID', 'DOCUMENT_ID'],
    says: 'Writes one document into a file, as it came, for you alone to read. Who opens it and why is kept.',
    options: { ...signed, out: { value: 'FILE', says: 'where to; else DOCUMENT_ID.jpg, .png or .pdf here' } },
    example: `flexpay applications document ${anApplication} 65f1c0d14be2d93117aa0d07 --out front.jpg ${said}`,
    run: openDocument,
  },
  {
    words: 'applications documents-received',
    takes: ['APPLICATION_ID'],
    says: 'Notes that documents have come by another way than the applicant’s screen: it is our turn.',
    options: signed,
    example: `flexpay applications documents-received ${anApplication} ${said}`,
    run: receiveDocuments,
  },
  {
    words: 'applications accept-documents',
    takes: ['APPLICATION_ID'],
    says: 'Accepts the documents; the application goes on to its decision.',
    options: signed,
    example: `flexpay applications accept-documents ${anApplication} ${said}`,
    run: acceptDocuments,
  },
  {
    words: 'applications reject-documents',
    takes: ['APPLICATION_ID'],
    says: 'Rejects the documents: declined, because who it is could not be verified.',
    options: signed,
    example: `flexpay applications reject-documents ${anApplication} ${said}`,
    run: rejectDocuments,
  },
  {
    words: 'applications withdraw',
    takes: ['APPLICATION_ID'],
    says: 'Takes an application back at the applicant’s wish; its limit is gone.',
    options: signed,
    example: `flexpay applications withdraw ${anApplication} ${said}`,
    run: withdrawApplication,
  },
  {
    words: 'applications revoke',
    takes: ['APPLICATION_ID'],
    says: 'Ends an approval for a cause, such as fraud or a bankruptcy; the customer gets the notice. Signed leases go on.',
    options: { ...signed, because },
    example: `flexpay applications revoke ${anApplication} --because K06_IDENTITY_NOT_VERIFIED ${said}`,
    run: revokeApplication,
  },
  {
    words: 'letters list',
    takes: [],
    says: 'Lists the notices that have to go out on paper, the most urgent first: their customers have not agreed to electronic records.',
    options: { posted: { value: 'true', says: 'those that went out instead' }, ...paging },
    example: 'flexpay letters list',
    run: listLetters,
  },
  {
    words: 'letters print',
    takes: ['NOTICE_ID'],
    says: 'Writes a letter as a PDF, with the address where the window of an envelope is.',
    options: { to: { value: 'FILE.pdf', says: 'where to; else NOTICE_ID.pdf here' } },
    example: `flexpay letters print ${aNotice} --to letter.pdf`,
    run: printLetter,
  },
  {
    words: 'letters posted',
    takes: ['NOTICE_ID'],
    says: 'Records that a letter went to the post.',
    options: { by: signed.by, on: { value: 'DAY', says: 'when, like 2026-11-24; else today' } },
    example: `flexpay letters posted ${aNotice} --by "Jane Doe"`,
    run: postLetter,
  },
  {
    words: 'holds list',
    takes: [],
    says: 'Lists what keeps people’s numbers from being erased, newest first.',
    options: {
      customer: { value: 'USER_ID', says: 'of one customer; else of all' },
      open: { value: 'true|false', says: 'those in force, or those that were lifted; else both' },
      ...paging,
    },
    example: 'flexpay holds list --open true',
    run: listHolds,
  },
  {
    words: 'holds set',
    takes: ['USER_ID'],
    says: 'Keeps everything of a customer from being erased, as in a dispute or by a legal order.',
    options: signed,
    example: `flexpay holds set ${aCustomer} --by "Jane Doe" --reason "Disputes the decision"`,
    run: setHold,
  },
  {
    words: 'holds lift',
    takes: ['HOLD_ID'],
    says: 'Ends a hold; others of the same customer go on.',
    options: signed,
    example: `flexpay holds lift ${aHold} --by "Jane Doe" --reason "The dispute is settled"`,
    run: liftHold,
  },
  {
    words: 'denylist list',
    takes: [],
    says: 'Lists what nobody is approved with before a person has looked, newest first.',
    options: {
      kind: { value: deniedKinds.join('|'), says: 'of one kind; else of all' },
      code: denyCode,
      customer: { value: 'USER_ID', says: 'what was listed as this customer’s' },
      application: { value: 'APPLICATION_ID', says: 'what met this application' },
      open: { value: 'true|false', says: 'those in force, or those that are lifted or over; else both' },
      ...paging,
    },
    example: 'flexpay denylist list --open true',
    run: listDenylist,
  },
  {
    words: 'denylist add',
    takes: ['KIND', 'VALUE'],
    says: 'Lists a customer, ssn, bank (ROUTING/ACCOUNT), device, mobile, email, email-domain or address ("street, city, ST 12345"), as a keyed hash; - reads the value from standard input.',
    options: {
      code: denyCode,
      by: signed.by,
      reason: signed.reason,
      from: { value: 'DAY', says: 'the first day on which it counts; else today' },
      until: { value: 'DAY', says: 'the last day; else for good' },
    },
    example: `flexpay denylist add customer ${aCustomer} --code fraud --by "Jane Doe" --reason "Sold the goods on"`,
    run: addToDenylist,
  },
  {
    words: 'denylist lift',
    takes: ['ENTRY_ID'],
    says: 'Ends an entry; others of the same person go on.',
    options: signed,
    example: `flexpay denylist lift ${anEntry} --by "Jane Doe" --reason "It was a mistake"`,
    run: liftFromDenylist,
  },
  {
    words: 'leases holds',
    takes: [],
    says: 'Lists what holds leases, newest first: a bankruptcy, a death, a claim of fraud, a confirmed screening match.',
    options: {
      lease: { value: 'LEASE_NUMBER', says: 'of one lease; else of all' },
      customer: { value: 'USER_ID', says: 'of one customer' },
      open: { value: 'true|false', says: 'those in force, or those that were lifted; else both' },
      ...paging,
    },
    example: 'flexpay leases holds --open true',
    run: listLeaseHolds,
  },
  {
    words: 'leases hold',
    takes: ['LEASE_NUMBER'],
    says: 'Stops everything about a lease: no debit, no bill, no fee, no message. The store hears that it is on hold, not why.',
    options: { for: holdCause, ...signed },
    example: `flexpay leases hold ${aLease} --for death --by "Jane Doe" --reason "The daughter called"`,
    run: holdLease,
  },
  {
    words: 'leases release',
    takes: ['LEASE_NUMBER'],
    says: 'Lifts what holds a lease for one cause. When nothing else does, it goes on: payments whose days passed meanwhile fall due after today. A screening match ends with screening correct.',
    options: { for: holdCause, ...signed },
    example: `flexpay leases release ${aLease} --for death --by "Jane Doe" --reason "Another person of the same name"`,
    run: releaseLease,
  },
  {
    words: 'decisions replay',
    takes: [],
    says: 'Makes every stored decision again and says who would be decided otherwise, by reason. Under their own rules nothing may change: if something does, the exit code is 1.',
    options: {
      version: {
        value: 'VERSION',
        says: 'other rules, like scorecard-1-A08-A09, without the points for these reasons; else each under its own',
      },
      merchant: { value: 'MERCHANT_ID', says: 'of one store; else of all' },
    },
    example: 'flexpay decisions replay --version scorecard-1-A08-A09',
    run: replayDecisions,
  },
  {
    words: 'screening list',
    takes: [],
    says: 'Lists possible matches of the screening lists, oldest first.',
    options: { state: { value: 'STATE', says: 'open, cleared or confirmed' }, ...paging },
    example: 'flexpay screening list --state open',
    run: listScreening,
  },
  {
    words: 'screening show',
    takes: ['CASE_ID'],
    says: 'Shows the person, the entries of the lists that may be them, and what waits until somebody has looked.',
    options: {},
    example: `flexpay screening show ${anApplication}`,
    run: showScreening,
  },
  {
    words: 'screening clear',
    takes: ['CASE_ID'],
    says: 'Says that the customer is nobody of the list: their application goes on, what was held is let go.',
    options: signed,
    example: `flexpay screening clear ${anApplication} --by "Jane Doe" --reason "Born twenty years later"`,
    run: clearScreening,
  },
  {
    words: 'screening confirm',
    takes: ['CASE_ID'],
    says: 'Says that the customer is who the list names: blocked, their leases are on hold, nothing is debited, paid or refunded, a report is due.',
    options: signed,
    example: `flexpay screening confirm ${anApplication} --by "Jane Doe" --reason "Name, birth and passport agree"`,
    run: confirmScreening,
  },
  {
    words: 'screening correct',
    takes: ['CASE_ID'],
    says: 'Says that a confirmed match is somebody else after all: cleared, leases go on, stores are paid and refunds leave. Both findings are kept.',
    options: signed,
    example: `flexpay screening correct ${anApplication} --by "Jane Doe" --reason "The passport is another"`,
    run: correctScreening,
  },
  {
    words: 'merchants list',
    takes: [],
    says: 'Lists the stores with their ids, newest first.',
    options: { name: { value: 'TEXT', says: 'only those that have it in their name' }, ...paging },
    example: 'flexpay merchants list --name marlow',
    run: listMerchants,
  },
  {
    words: 'merchants show',
    takes: ['MERCHANT_ID'],
    says: 'Shows a store’s terms and switches.',
    options: {},
    example: 'flexpay merchants show 65f1c0a84be2d93117aa0b01',
    run: showMerchant,
  },
  {
    words: 'merchants create',
    takes: ['NAME'],
    says: 'Opens a store’s account and tells its two keys. They are told once.',
    options: {
      minimum: { value: 'AMOUNT', says: 'the least an order may be worth, in dollars; else 49.95' },
      origin: {
        value: 'URL',
        says: 'a web address whose pages may show the button; may stand there several times',
        many: true,
      },
    },
    example: 'flexpay merchants create "Marlow & Finch" --minimum 100 --origin https://shop.example',
    run: createMerchant,
  },
  {
    words: 'merchants set',
    takes: ['MERCHANT_ID'],
    says: 'Changes a store’s terms and switches; what you leave out stays. The old ones may count for five seconds more.',
    options: {
      name: { value: 'NAME', says: 'what people read' },
      minimum: { value: 'AMOUNT', says: 'the least an order may be worth, in dollars, 49.95 or more' },
      'processing-fee': {
        value: 'AMOUNT',
        says: 'charged at signing where the law of the place allows it; 0 for none',
      },
      'fixed-initial-rent': {
        value: 'AMOUNT',
        says: 'rent taken at signing instead of the first regular payment; 0 for that payment',
      },
      discount: { value: 'SHARE', says: 'what the platform keeps of the price of goods delivered from now on: 0.06' },
      'first-payment': {
        value: 'signing|shipment',
        says: 'when the first payment of leases offered from now on is taken; shipment: signing only authorizes it',
      },
      'finalize-within': { value: 'HOURS', says: 'how long a lease signed from now on waits to be finalized' },
      'trusted-partner': { value: 'yes|no', says: 'may act for a customer without a passcode' },
      'bare-lists': { value: 'yes|no', says: 'lists are answered without data around them' },
      'shipment-needs-post': { value: 'yes|no', says: 'a GET must not ship anything' },
      'denied-as': { value: 'denied|failed', says: 'the word for a declined application' },
      'auto-finalize': { value: 'yes|no', says: 'a shipment finalizes what is only signed' },
    },
    example: 'flexpay merchants set 65f1c0a84be2d93117aa0b01 --minimum 100 --discount 0.06',
    run: setMerchant,
  },
  {
    words: 'keys list',
    takes: ['MERCHANT_ID'],
    says: 'Lists a store’s keys: what they may do, until when, and when they were last used.',
    options: {},
    example: 'flexpay keys list 65f1c0a84be2d93117aa0b01',
    run: listKeys,
  },
  {
    words: 'keys create',
    takes: ['MERCHANT_ID', 'NAME'],
    says: 'Makes one more key of a store and tells it, once.',
    options: {
      kind: { value: 'secret|public', says: 'an API key for its server, or an auth key for its pages; else secret' },
      scope: {
        value: 'SCOPE',
        says: 'read, write or partner; may stand there several times; else read and write',
        many: true,
      },
      expires,
    },
    example: 'flexpay keys create 65f1c0a84be2d93117aa0b01 Reports --scope read',
    run: createKey,
  },
  {
    words: 'keys rotate',
    takes: ['MERCHANT_ID', 'KEY_ID'],
    says: 'Makes the successor of a key and tells it, once. The old key works on for a while.',
    options: { overlap: { value: 'HOURS', says: 'how long the old key works on, 0 to 720; else 24' }, expires },
    example: 'flexpay keys rotate 65f1c0a84be2d93117aa0b01 65f1c0a84be2d93117aa0b02 --overlap 168',
    run: rotateKey,
  },
  {
    words: 'keys revoke',
    takes: ['MERCHANT_ID', 'KEY_ID'],
    says: 'Ends a key now and for good.',
    options: {},
    example: 'flexpay keys revoke 65f1c0a84be2d93117aa0b01 65f1c0a84be2d93117aa0b02',
    run: revokeKey,
  },
  {
    words: 'origins list',
    takes: ['MERCHANT_ID'],
    says: 'Lists the web addresses whose pages may open a store’s modal.',
    options: {},
    example: 'flexpay origins list 65f1c0a84be2d93117aa0b01',
    run: listOrigins,
  },
  {
    words: 'origins add',
    takes: ['MERCHANT_ID', 'URL'],
    says: 'Lets the pages of a web address open a store’s modal.',
    options: {},
    example: 'flexpay origins add 65f1c0a84be2d93117aa0b01 https://shop.example',
    run: addOrigin,
  },
  {
    words: 'origins remove',
    takes: ['MERCHANT_ID', 'URL'],
    says: 'Takes that back. With none left, no page may in production and every page in the sandbox.',
    options: {},
    example: 'flexpay origins remove 65f1c0a84be2d93117aa0b01 https://shop.example',
    run: removeOrigin,
  },
  {
    words: 'security events',
    takes: [],
    says: 'Lists what happened around keys and tokens, newest first.',
    options: {
      merchant: { value: 'MERCHANT_ID', says: 'of one store; else of all' },
      kind: { value: 'KIND', says: 'of one kind, like customer_token_mismatch' },
      page: paging.page,
      limit: { value: 'NUMBER', says: 'how many on a page; else 50' },
    },
    example: 'flexpay security events --kind customer_token_mismatch',
    run: listSecurityEvents,
  },
  {
    words: 'secrets status',
    takes: [],
    says: 'Tells what stands under each key, by the names of the keys, and which older one may go. See SECURITY.md for how keys are changed.',
    options: {},
    example: 'flexpay secrets status',
    run: secretsStatus,
  },
  {
    words: 'secrets new-key',
    takes: ['KIND'],
    says: 'Puts a new key into the key file of the house on this machine, before the older ones. KIND is kek, for what wraps sealed numbers, or index, for what names them. It counts from the next start of the house; no house is asked.',
    options: { file: { value: 'FILE', says: 'the key file, which FLEXPAY_KEY_FILE names' } },
    example: 'flexpay secrets new-key kek --file .local/keys.json',
    run: newKey,
  },
  {
    words: 'secrets drop-key',
    takes: ['KIND', 'KEY_ID'],
    says: 'Takes an old key out of the key file of the house on this machine, when the running house says that nothing needs it any more.',
    options: { file: { value: 'FILE', says: 'the key file, which FLEXPAY_KEY_FILE names' } },
    example: 'flexpay secrets drop-key kek 3f9a01bc --file .local/keys.json',
    run: dropKey,
  },
  {
    words: 'secrets openings',
    takes: [],
    says: 'Lists when sealed numbers were opened, what for and in which request, newest first; never what they are.',
    options: {
      customer: { value: 'CUSTOMER_ID', says: 'of one customer; else of all' },
      purpose: { value: 'PURPOSE', says: 'for one purpose alone, like decision or first-payment' },
      ...paging,
    },
    example: 'flexpay secrets openings --purpose decision',
    run: listOpenings,
  },
  {
    words: 'products list',
    takes: [],
    says: 'Lists a store’s catalogue in the order of its skus.',
    options: { 'api-key': apiKey, ...paging },
    example: 'flexpay products list --limit 100',
    run: listProducts,
  },
  {
    words: 'products import',
    takes: ['FILE'],
    says: 'Takes products into a store’s catalogue from a file: .json is a list of sku, name and url; else it is CSV with these columns. All of them, or none and every row that is wrong.',
    options: { 'api-key': apiKey },
    example: 'flexpay products import catalogue.csv',
    run: importProducts,
  },
  {
    words: 'transactions list',
    takes: [],
    says: 'Lists a store’s transactions, newest first.',
    options: {
      'api-key': apiKey,
      status: { value: 'STATUS', says: 'signed or pending' },
      ...paging,
    },
    example: 'flexpay transactions list --status signed',
    run: listTransactions,
  },
  {
    words: 'transactions show',
    takes: ['TRANSACTION_ID'],
    says: 'Shows one transaction with its items, by the id the store gave it.',
    options: { 'api-key': apiKey },
    example: 'flexpay transactions show MF-1001',
    run: showTransaction,
  },
  {
    words: 'transactions finalize',
    takes: ['TRANSACTION_ID'],
    says: 'Confirms a signed transaction: value and items are right and you are going to deliver.',
    options: { 'api-key': apiKey },
    example: 'flexpay transactions finalize MF-1001',
    run: finalizeTransaction,
  },
  {
    words: 'transactions ship',
    takes: ['TRANSACTION_ID'],
    says: 'Says that goods have left the store.',
    options: {
      'api-key': apiKey,
      item,
      carrier: { value: 'NAME', says: 'who carries these items' },
      tracking: { value: 'NUMBER', says: 'their tracking number' },
      date: { value: 'DAY', says: 'when they left, like 2026-11-24; else today' },
    },
    example: 'flexpay transactions ship MF-1001 --item LC-50=2 --carrier Fedex --tracking 794612345678',
    run: shipTransaction,
  },
  {
    words: 'transactions deliver',
    takes: ['TRANSACTION_ID'],
    says: 'Says that the customer has the goods, without items all that were on their way: the lease runs, the store is paid.',
    options: { 'api-key': apiKey, item, date: { value: 'DAY', says: 'when these items came; else today' } },
    example: 'flexpay transactions deliver MF-1001',
    run: deliverTransaction,
  },
  {
    words: 'transactions cancel',
    takes: ['TRANSACTION_ID'],
    says: 'Takes units that were not shipped out of the lease. What could not be canceled makes the exit code 1.',
    options: { 'api-key': apiKey, item },
    example: 'flexpay transactions cancel MF-1001 --item LC-50=1',
    run: cancelItems,
  },
  {
    words: 'transactions return',
    takes: ['TRANSACTION_ID'],
    says: 'Takes back goods that the store has again. What could not be returned makes the exit code 1.',
    options: { 'api-key': apiKey, item },
    example: 'flexpay transactions return MF-1001 --item LC-50=1',
    run: returnItems,
  },
  {
    words: 'transactions refund',
    takes: ['TRANSACTION_ID', 'SKU'],
    says: 'Gives the customer a price back, or a part of it; the lease is priced again without it.',
    options: {
      'api-key': apiKey,
      amount: { value: 'DOLLARS', says: 'how much of the price of the article' },
      shipping: { value: 'DOLLARS', says: 'how much of its shipping' },
      line: { value: 'NUMBER', says: 'which line of the order; else 1' },
    },
    example: 'flexpay transactions refund MF-1001 LC-50 --amount 12.50',
    run: refundItem,
  },
  {
    words: 'kiosks list',
    takes: [],
    says: 'Lists a store’s tablets, on which its customers apply and sign.',
    options: { 'api-key': apiKey },
    example: 'flexpay kiosks list',
    run: listKiosks,
  },
  {
    words: 'kiosks create',
    takes: ['NAME'],
    says: 'Makes a tablet of a store, and tells the link that the device opens once.',
    options: { 'api-key': apiKey },
    example: 'flexpay kiosks create "Beds, by the window"',
    run: createKiosk,
  },
  {
    words: 'kiosks end',
    takes: ['KIOSK_ID'],
    says: 'Ends a tablet, as one that was lost, and whatever is open on it.',
    options: { 'api-key': apiKey },
    example: 'flexpay kiosks end 65f1c0a84be2d93117aa0e12',
    run: endKiosk,
  },
  {
    words: 'sandbox seed',
    takes: ['FILE.json'],
    says: 'Makes the merchants, customers and transactions of a file, and prints what it made as JSON.',
    options: {},
    example: 'flexpay sandbox seed sandbox/town.json',
    run: seed,
  },
  {
    words: 'sandbox clock',
    takes: [],
    says: 'Tells the sandbox’s time, or moves it forward; what falls due on the way happens.',
    options: {
      advance: { value: 'DURATION', says: 'how far: P3D is three days, PT12H twelve hours' },
      to: { value: 'TIME', says: 'or to when: 2027-01-15T09:00:00Z' },
    },
    example: 'flexpay sandbox clock --advance P3D',
    run: moveClock,
  },
  {
    words: 'sandbox inbox',
    takes: [],
    says: 'Shows the e-mails and texts that the sandbox kept to itself, newest first.',
    options: { to: { value: 'ADDRESS', says: 'an e-mail address or a phone number; else everybody’s' } },
    example: 'flexpay sandbox inbox --to ada@example.com',
    run: readInbox,
  },
  {
    words: 'sandbox keys',
    takes: [],
    says: 'Shows the keys of the sandbox’s stores.',
    options: {},
    example: 'flexpay sandbox keys',
    run: showKeys,
  },
];
