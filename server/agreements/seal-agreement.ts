/** What is known once the customer has signed. `sha256` is the hex hash of the document before it is sealed. */
export type Seal = { agreementNumber: string; typedName: string; signedAt: string; sha256: string };

/**
 * The customer's copy: the document that was signed, with the name, the time and the fingerprint in their places and in
 * the foot of every printed page. Only those three places change, so that anybody can empty them again and
 * compute the fingerprint of what was signed.
 */
export function sealAgreement(html: string, seal: Seal): string {
  const words = wordsIn(html);
  const fingerprint = `${words.agreement} ${digits(seal.agreementNumber)} · ${words.fingerprint} ${grouped(seal.sha256)}`;
  return fill(
    fill(
      fill(html, 'foot', `<style>@page{@bottom-left{content:"${fingerprint}"}}</style>`),
      'name',
      escaped(seal.typedName),
    ),
    'how',
    `${words.signedOn} ${escaped(seal.signedAt)} · ${words.ofDocument} ${grouped(seal.sha256)}`,
  );
}

/** The document as it was signed: the three places of a sealed copy as they were before. */
export function unsealAgreement(html: string): string {
  return fill(fill(fill(html, 'foot', ''), 'name', ''), 'how', wordsIn(html).notSigned);
}

/** The words around a document, in its own language: of the seal, and of the foot of every page. */
export function wordsIn(html: string) {
  return sealWords[html.includes('<html lang="es">') ? 'es' : 'en'];
}

const english = {
  agreement: 'Agreement',
  fingerprint: 'fingerprint',
  signedOn: 'Signed electronically on',
  ofDocument: 'document fingerprint',
  notSigned: 'Not signed yet',
  pageOf: (page: number, count: number) => `Page ${page} of ${count}`,
};
const spanish = {
  agreement: 'Contrato',
  fingerprint: 'huella',
  signedOn: 'Firmado electrónicamente el',
  ofDocument: 'huella del documento',
  notSigned: 'Aún sin firmar',
  pageOf: (page: number, count: number) => `Página ${page} de ${count}`,
};
export const sealWords = { en: english, es: spanish };

function fill(html: string, place: 'foot' | 'name' | 'how', text: string): string {
  const open = `<!--seal:${place}-->`;
  const start = html.indexOf(open) + open.length;
  const end = html.indexOf('<!--/seal-->', start);
  return html.slice(0, start) + text + html.slice(end);
}

const grouped = (sha256: string): string => sha256.replace(/[^0-9a-f]/g, '').replace(/(.{4})(?=.)/g, '$1 ');

const digits = (text: string): string => text.replace(/\D/g, '');

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
