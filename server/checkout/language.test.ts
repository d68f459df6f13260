import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { consentTexts } from '#contract/modal/consents.ts';
import type { View } from '#contract/modal/view.ts';
import { textHash } from '#server/customers/consent.ts';
import { openSigning, type Signing } from '#server/evidence/test-signing.ts';
import { type TestHouse, testHouse } from '#server/test-house.ts';
import { bank, personal, profile } from './test-frame.ts';

let built: TestHouse;
let signing: Signing;
let owner: pg.Client;

before(async () => {
  built = await testHouse();
  signing = await openSigning(built);
  owner = new pg.Client({ connectionString: built.url });
  await owner.connect();
});
after(async () => {
  await owner.end();
  await signing.server.close();
  await built.close();
});

const localeOf = async (email: string): Promise<string | null> =>
  (await owner.query('select locale from customer where email = $1', [email])).rows[0].locale;

test('a session starts in the language the page asks for, else the browser’s, else English', async () => {
  const started: [object, string][] = [
    [{}, 'en'],
    [{ browserLocale: 'es' }, 'es'],
    [{ browserLocale: 'es', locale: 'en' }, 'en'],
    [{ browserLocale: 'en', locale: 'es' }, 'es'],
  ];
  for (const [languages, locale] of started) {
    assert.equal((await signing.modal('START', languages)).view.locale, locale, JSON.stringify(languages));
  }
});

test('another language keeps the screen; the choice stands against the page and comes back with the device', async () => {
  const shopper = await signing.modal('KEEP', { locale: 'en' });
  await shopper.say('email', { email: 'keep@example.com' });
  const view = await shopper.say('language', { language: 'es' });
  assert.deepEqual([view.step, view.locale, view.customer?.email], ['profile', 'es', 'keep@example.com']);
  const again = await signing.modal('KEEP', { locale: 'en', device: shopper.device });
  assert.deepEqual([again.view.step, again.view.locale], ['profile', 'es']);
  assert.equal((await shopper.ask('language', { language: 'fr' })).status, 400);
});

test('what the server finds wrong is said in the language of the screen', async () => {
  const shopper = await signing.modal('WRONG', { locale: 'es' });
  const faultsOf = async (verb: string, body: object): Promise<Record<string, string>> => {
    const { error } = await shopper.ask(verb, body);
    const fields: { path: string; message: string }[] = error.data.fields;
    return Object.fromEntries(fields.map(({ path, message }) => [path, message]));
  };
  assert.match((await faultsOf('email', { email: 'nobody' })).email ?? '', /^Escriba un correo electrónico/);
  await shopper.say('email', { email: 'wrong@example.com' });
  const faults = await faultsOf('profile', { ...profile, mobilePhone: '12', street1: 'PO Box 7', password: 'x' });
  assert.deepEqual(faults, {
    mobilePhone: 'Escriba un número celular de EE. UU. de diez dígitos.',
    street1: 'Escriba dónde vive. Un apartado postal o un buzón privado no sirve.',
    password: 'Elija una contraseña de al menos 8 caracteres.',
  });
  assert.match((await faultsOf('profile', { ...profile, state: 'NC' })).state ?? '', /^Todavía no ofrecemos/);
  await shopper.say('profile', profile);
  const young = await faultsOf('personal', { ...personal, dateOfBirth: '2015-01-01', inquiryConsent: false });
  assert.deepEqual(Object.keys(young), ['dateOfBirth', 'inquiryConsent']);
  assert.match(Object.values(young).join(' '), /a partir de los 18 años.*Necesitamos su permiso/);
  await shopper.say('personal', personal);
  assert.match((await faultsOf('bank', { ...bank, routingNumber: '084009519' })).routingNumber ?? '', /^No podemos/);
});

test('a lease signed in Spanish is in Spanish in every paper, consent and event', async () => {
  const shopper = await signing.reader('ana@example.com', 'SPANISH', { locale: 'es' });
  assert.match(shopper.agreement.html, /<html lang="es">/);
  assert.deepEqual(
    shopper.agreement.documents.map(({ title }) => title),
    ['Sobre los documentos electrónicos', 'Autorización de débito'],
  );
  await shopper.say('signature', await shopper.answers());
  assert.equal((await shopper.say('pay', { debitAuthorized: true })).step, 'done');
  const file = (await signing.evidence(shopper.email, shopper.agreement.leaseId)).data;
  const versions = file.documents.map(({ version }: { version: string }) => version);
  assert.deepEqual(versions, ['lease-3.es', 'lease-3.es', 'e-records-1.es', 'debit-authorization-1.es']);
  const identified = file.events.find(({ kind }: { kind: string }) => kind === 'identified');
  assert.equal(identified.facts.intent, 'Firmar el contrato');
  const { rows } = await owner.query(
    `select kind, document_version as version, document_hash as hash from consent
      join customer using (customer_id) where email = 'ana@example.com' order by kind`,
  );
  assert.deepEqual(
    rows.map(({ kind, version }) => [kind, version]),
    [
      ['contact', 'contact-1.es'],
      ['debit_authorization', 'debit-authorization-1.es'],
      ['e_records', 'e-records-1.es'],
      ['inquiry', 'application-2.es'],
      ['privacy', 'application-2.es'],
      ['terms', 'application-2.es'],
    ],
  );
  assert.equal(rows[3].hash, textHash(consentTexts.es.application.text));
  assert.equal(await localeOf('ana@example.com'), 'es');
  const letters = await owner.query(
    `select distinct kind, regexp_replace(subject, '[0-9]{6,}', '#') as subject from message join customer using (customer_id) where email = 'ana@example.com' order by kind`,
  );
  assert.deepEqual(
    letters.rows.map(({ kind, subject }) => [kind, subject]),
    [
      ['agreement_copy', 'Su arrendamiento # con Sofas & more'],
      ['agreement_signed', 'El contrato que firmó: # con Sofas & more'],
      ['application_approved', 'Puede arrendar hasta $1,500.00'],
      ['passcode', '# es su código de FlexPay'],
      ['signature_code', '# es su código de FlexPay para firmar'],
    ],
  );
});

test('an agreement that is being read is made anew in the other language, one that was signed stays', async () => {
  const shopper = await signing.reader('both@example.com', 'BOTH');
  const spanish = await shopper.say('language', { language: 'es' });
  assert.deepEqual([spanish.step, spanish.locale], ['agreement', 'es']);
  assert.match(spanish.agreement?.html ?? '', /<html lang="es">/);
  assert.notEqual(spanish.agreement?.leaseId, shopper.agreement.leaseId);
  assert.equal(await localeOf('both@example.com'), 'es');
  const { rows } = await owner.query(`select state from lease where transaction_id = 'BOTH' order by created_at`);
  assert.deepEqual(
    rows.map(({ state }) => state),
    ['void', 'offered'],
  );
  const answers = await shopper.answers(spanish.agreement ?? undefined);
  assert.equal((await shopper.say('signature', answers)).step, 'payment');
  const english = await shopper.say('language', { language: 'en' });
  assert.equal(english.agreement?.sha256, spanish.agreement?.sha256);
  assert.match(english.payment?.authorizationHtml ?? '', /<html lang="en">/);
  assert.equal((await shopper.say('pay', { debitAuthorized: true })).step, 'done');
});

test('a browser’s guess gives way to what a customer has said before, what the page asks for does not', async () => {
  await signing.signer('known@example.com', 'KNOWN-1', { locale: 'es' });
  const logIn = async (languages: object): Promise<View> => {
    const shopper = await signing.modal('KNOWN-2', languages);
    await shopper.say('email', { email: 'known@example.com' });
    return shopper.say('password', { password: profile.password });
  };
  assert.equal((await logIn({ browserLocale: 'en' })).locale, 'es');
  assert.equal(await localeOf('known@example.com'), 'es');
  assert.equal((await logIn({ locale: 'en' })).locale, 'en');
  assert.equal(await localeOf('known@example.com'), 'en');
});
