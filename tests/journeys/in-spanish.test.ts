import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import type { InboxAnswer } from '#contract/v3/sandbox.ts';
import { sandboxRouting } from '#core/application/routing-number.ts';
import { lintDisclosure } from '../disclosure/lint-disclosure.ts';
import { startChromium } from '../start-chromium.ts';
import { type StartedHouse, startHouse } from '../start-house.ts';
import {
  codeSentTo,
  modalFrame,
  nextPayDate,
  openTab,
  person,
  phone,
  type Tab,
  transactionOf,
  typed,
} from './shopper.ts';
import { openStreet, type Street } from './street.ts';

let house: StartedHouse;
let street: Street;
let browser: Browser;

before(async () => {
  house = await startHouse();
  street = openStreet(house);
  browser = await startChromium();
});
after(async () => {
  await browser?.close();
  await house?.stop();
});

test('somebody whose browser prefers Spanish leases a lamp and reads no English from the e-mail to the end', async () => {
  const device = await browser.newContext({ viewport: phone, locale: 'es-MX' });
  const tab = await openTab(device, house);
  const { page, modal, says, sees } = tab;
  const who = person('Maren');
  const give = (label: string, text: string) => modal.getByLabel(label, { exact: true }).fill(text);
  // What looks inactive can be pressed, and says what is missing.
  const tooEarly = (name: string) => modal.getByRole('button', { name, exact: true }).press('Enter');
  await tab.putInBag('halden-desk-lamp');
  await tab.press('email');
  await isInSpanish(tab, 'e-mail');
  await give('Correo electrónico', 'maren@journeys');
  await page.keyboard.press('Enter');
  await modal.getByText('Esto no parece un correo electrónico').waitFor();
  await isInSpanish(tab, 'e-mail, wrong');
  for (const panel of ['Ayuda', 'Términos', 'Privacidad', 'Accesibilidad', 'Valores de prueba']) {
    await says(panel);
    await modal.locator('#panel-title').waitFor();
    await modal.locator('.over h2').first().waitFor();
    await isInSpanish(tab, panel);
    await says('Volver a su solicitud');
  }
  await give('Correo electrónico', who.email);
  await says('Continuar');

  // The other language midway: the screen stays, and so does everything that was typed.
  await sees('profile');
  await give('Nombre', who.firstName);
  await give('Apellido', who.lastName);
  await give('Teléfono celular', '512 555 0142');
  await says(/English/);
  await modal.getByRole('heading', { name: 'Tell us who you are' }).waitFor();
  await modal.getByLabel('Street address', { exact: true }).fill('1904 Guadalupe St');
  await modal.getByLabel('City', { exact: true }).fill('Austin');
  await says(/Español/);
  await modal.getByRole('heading', { name: 'Díganos quién es usted' }).waitFor();
  const kept = ['Nombre', 'Apellido', 'Teléfono celular', 'Calle y número', 'Ciudad'].map((label) =>
    modal.getByLabel(label, { exact: true }).inputValue(),
  );
  assert.deepEqual(await Promise.all(kept), [
    who.firstName,
    who.lastName,
    '(512) 555-0142',
    '1904 Guadalupe St',
    'Austin',
  ]);
  await tooEarly('Continuar');
  await modal.getByText(/^Hay que revisar/).waitFor();
  await isInSpanish(tab, 'profile, wrong');
  await modal.getByLabel('Estado', { exact: true }).selectOption('TX');
  await give('Código postal', '78705');
  await give('Elija una contraseña', who.password);
  await says('Continuar');

  await sees('personal');
  await tooEarly('Continuar');
  await modal.getByText('No podemos decidir sin esto.').waitFor();
  await isInSpanish(tab, 'personal, wrong');
  await modal.getByLabel('Fecha de nacimiento').pressSequentially('02281991');
  await modal.getByLabel('SSN o ITIN', { exact: true }).pressSequentially(who.ssn);
  await give('Ingreso mensual antes de impuestos', '3800');
  await modal.getByLabel('Cada dos semanas').check();
  await modal.getByLabel('Próximo día de pago').pressSequentially(typed(nextPayDate()));
  await modal.locator('#inquiryConsent').check();
  await says('Continuar');

  await sees('bank');
  await give('Número de ruta', '084009519');
  await modal.getByText('No podemos recibir pagos de este banco.').waitFor();
  await isInSpanish(tab, 'bank, blocked');
  await give('Número de ruta', sandboxRouting);
  await give('Número de cuenta', who.account);
  await give('Número de cuenta otra vez', who.account);
  await modal.getByLabel('De cheques', { exact: true }).check();
  await says('Ver mi respuesta');

  await sees('decision');
  await isInSpanish(tab, 'decision');
  await says('Revisar mi pedido');
  await sees('review');
  await modal.getByText('Total del pedido').first().click();
  await isInSpanish(tab, 'review');
  const transactionId = await transactionOf(tab);
  await says('Continuar al contrato');

  await sees('agreement');
  const code = await modal.locator('.paper .code').first().innerText();
  assert.deepEqual(lintDisclosure(await modal.locator('.paper').first().innerText(), 'es'), [], 'the agreement');
  await tooEarly('Firmar el contrato');
  await modal.getByText(/^Hay que revisar/).waitFor();
  await isInSpanish(tab, 'agreement, wrong');
  await modal.locator('#eRecordsConsent').check();
  await modal.locator('#eRecordsCode').fill(code);
  await modal.locator('#totalAcknowledged').check();
  await modal.locator('#earlyPurchaseAcknowledged').check();
  await give('Escriba su nombre completo para firmar', `${who.firstName} ${who.lastName}`);
  await says('Enviarme un código');
  await modal.getByText('El código va en camino.').waitFor();
  await give('Código de un solo uso', await codeSentTo(street, who.email));
  await says('Firmar el contrato');

  await sees('payment');
  await isInSpanish(tab, 'first payment');
  assert.deepEqual(
    lintDisclosure(await modal.locator('.paper-box .paper').innerText(), 'es'),
    [],
    'the debit authorization',
  );
  await modal.locator('#debitAuthorized').check();
  await says(/^Pagar \$/);
  await sees('done');
  await modal.getByRole('button', { name: 'Mantenerla abierta' }).click();
  await isInSpanish(tab, 'done');
  await says('Volver a Marlow & Finch');
  await page.getByText(`Thank you. Order ${transactionId}`).waitFor();

  const { messages } = await street.store.get<InboxAnswer>(`/sandbox/inbox?to=${encodeURIComponent(who.email)}`);
  assert.ok(messages.length >= 2);
  for (const { subject, body } of messages) assert.deepEqual(lintDisclosure(`${subject}\n${body}`, 'es'), [], subject);
  await street.auditIsGreen();
  await device.close();
});

/** Everything that is seen or read aloud on the screen, without what says of itself that it is in English. */
async function isInSpanish({ page }: Tab, what: string): Promise<void> {
  const frame = await modalFrame(page);
  assert.equal(await frame.evaluate('document.documentElement.lang'), 'es', what);
  const said = await frame.evaluate(() => {
    const modal = document.querySelector('.modal')!;
    const names = [...modal.querySelectorAll('[aria-label], [placeholder]')]
      .filter((each) => !each.closest('[lang=en]'))
      .map((each) => `${each.getAttribute('aria-label') ?? ''} ${each.getAttribute('placeholder') ?? ''}`);
    const english = [...modal.querySelectorAll<HTMLElement>('[lang=en]')];
    for (const each of english) each.hidden = true;
    const seen = (modal as HTMLElement).innerText;
    for (const each of english) each.hidden = false;
    return `${document.title}\n${seen}\n${names.join('\n')}`;
  });
  assert.deepEqual(lintDisclosure(said, 'es'), [], `${what}:\n${said}`);
  const label = englishLabel.exec(said);
  assert.equal(label, null, `${what}: ${label?.[0]}`);
}

/** Short labels have none of the words that every English sentence has. */
const englishLabel =
  /\b(continue|back|close|help|terms|privacy|step|show|hide|choose|name|street|city|state|week|month|total of|cash price|order total|shipping|sign|pay|account|routing|employer|optional|today|one moment)\b/i;
