import type { Language } from '#core/calendar/day-text.ts';

/** What is wrong with a text that a shopper reads: the words, and why they may not stand there. */
export type Finding = { readonly words: string; readonly why: string };

/**
 * Reads a text as a regulator does (domain 3.1, items 8 and 19, and its list of words to keep out): a lease is not called
 * what it is not, nothing that a lease must not ask for is asked for, a price by the week stands beside its total, and a
 * Spanish text has no English left in it but the statutes' own labels, which stand in brackets.
 */
export function lintDisclosure(text: string, language: Language = 'en'): Finding[] {
  const rest = allowed.reduce((left, { says }) => left.replace(says, ' '), text);
  const said = forbidden.flatMap(({ looksLike, why }) => {
    const found = looksLike.exec(rest);
    return found === null ? [] : [{ words: found[0], why }];
  });
  const periodic = periodicPrice.exec(rest);
  const lonely = periodic !== null && !/\btotal\b/i.test(rest);
  const left = language === 'es' ? english.exec(rest.replace(/\([^()]*\)/g, ' ')) : null;
  return [
    ...said,
    ...(lonely ? [{ words: periodic[0], why: 'a price by the period without the total beside it' }] : []),
    ...(left === null ? [] : [{ words: left[0], why: 'is not translated' }]),
  ];
}

/** What may be said although a word in it may not: the sentence and why it is needed. Nothing else is excused. */
export const allowed: readonly { readonly says: RegExp; readonly why: string }[] = [
  {
    says: /\b(Fair Credit Reporting|Equal Credit Opportunity|Consumer Credit Protection) Act\b/g,
    why: 'domain 4.7: a notice names the statutes that give the rights it tells of',
  },
  {
    says: /\bthis is a lease,? (and )?not (a |an )?(loan|credit|purchase or loan)\b/gi,
    why: 'domain 3.1, item 8: the statutes want it said that a lease is no loan',
  },
  {
    says: /\b(esto|este contrato) es un arrendamiento(,| y) no (es )?un (préstamo|crédito)\b/gi,
    why: 'the same in Spanish',
  },
  {
    says: /\bLease [\w$]+ is paid\. These items are yours now\b/g,
    why: 'the letter after the last payment: they are',
  },
];

const notThat = 'a lease is not a loan and has no such thing';
const notAsked = 'a lease must not ask for this';
const notPromised = 'promises what nobody can promise';
const noPenalty = 'ending a lease costs nothing';

const forbidden: readonly { readonly looksLike: RegExp; readonly why: string }[] = [
  { looksLike: /\b(loans?|lend(er|ers|ing)?|borrow\w*|financ(e|es|ed|ing))\b/i, why: notThat },
  { looksLike: /\b(interest|annual percentage|credit|mortgage|debt|amortiz\w+)\b/i, why: notThat },
  {
    looksLike: /\bsame as cash\b|\bzero percent\b|(?<![\d.])0\s?%|\bbuy now,? pay later\b|\binstallment plan\b/i,
    why: notThat,
  },
  // With capitals only: `Apr 9` is a payment day.
  { looksLike: /\bAPR\b|\bA\.P\.R\b/, why: notThat },
  { looksLike: /\b(as low as|starting at|from (only|just))\b/i, why: 'a price that is not this lease’s' },
  {
    looksLike: /\bguaranteed\b|\beveryone is approved\b|\binstant approval\b|\brisk.free\b|\bpre-?approved\b/i,
    why: notPromised,
  },
  {
    looksLike: /\bconfess\w* (of |to )?judgment\b|\bpower of attorney\b|\bnegotiable instrument\b|\bpromissory note\b/i,
    why: notAsked,
  },
  {
    looksLike: /\bassign\w* (of )?(your |the |my )?(wages?|earnings)\b|\bwage assignment\b|\bgarnish\w*/i,
    why: notAsked,
  },
  {
    looksLike:
      /\b(waive|give up|release)\w* (all |any |every )?(of )?(your |my )?(legal )?(claims?|defen[cs]es?|rights?|counterclaims?)\b/i,
    why: notAsked,
  },
  { looksLike: /\bsecurity interest\b|\bcollateral\b|\bballoon\b|\blien\b/i, why: notAsked },
  {
    looksLike: /\b(must|have to|required to) (buy|carry|purchase|take out) (an? )?(insurance|waiver)\b/i,
    why: notAsked,
  },
  {
    looksLike:
      /\bwe (may|can|will) enter (your|the) (home|house|premises|property)\b(?! without)|\bby force\b|\bbreach of (the )?peace\b/i,
    why: notAsked,
  },
  {
    looksLike:
      /\b(all|the) (remaining|unpaid|future) (payments?|rent) (is|are|becomes?|falls?) (immediately )?(due|payable)( at once| immediately| now)?\b|\baccelerat\w+/i,
    why: notAsked,
  },
  {
    looksLike:
      /(?<!\bno )\b(penalty|fee|charge) (for|on) (ending|returning|terminating|early)\b|\b(termination|cancellation|pick-?up|restocking) (fee|charge)\b(?! and no)/i,
    why: noPenalty,
  },
  {
    looksLike: /\b(is|are|becomes?) yours (today|now|at once|right away)\b|\bown it (today|now)\b/i,
    why: 'nobody owns goods on lease',
  },
  {
    looksLike: /(?<!\p{L})(préstamos?|prestamista|financiamiento|financiar|financiación|financiado)(?!\p{L})/iu,
    why: notThat,
  },
  { looksLike: /(?<!\p{L})(intereses|interés|crédito|hipoteca|deudas?|a plazos|TAE)(?!\p{L})/iu, why: notThat },
  { looksLike: /(?<!\p{L})(igual que (en efectivo|al contado)|compre ahora,? pague después)(?!\p{L})/iu, why: notThat },
  {
    looksLike: /(?<!\p{L})(tan bajo como|a partir de (solo )?\$|desde (solo )?\$)/iu,
    why: 'a price that is not this lease’s',
  },
  {
    looksLike: /(?<!\p{L})(garantizad[oa]s?|aprobación (inmediata|instantánea)|sin riesgo|preaprobad[oa])(?!\p{L})/iu,
    why: notPromised,
  },
  {
    looksLike: /(?<!\p{L})(confesión de sentencia|allanamiento a la demanda|poder (notarial|legal)|pagaré)(?!\p{L})/iu,
    why: notAsked,
  },
  { looksLike: /(?<!\p{L})(cesión|cede|embargo|retención) (de )?(su |del )?(salario|sueldo)/iu, why: notAsked },
  {
    looksLike: /(?<!\p{L})renuncia\p{L}* a (toda |todas |cualquier |sus |su )*(reclamaci|defensa|derecho)/iu,
    why: notAsked,
  },
  {
    looksLike: /(?<!\p{L})(derecho de garantía|garantía real|prenda|pago (global|final mayor))(?!\p{L})/iu,
    why: notAsked,
  },
  {
    looksLike:
      /(?<!no )(?<!\p{L})(debe|tiene que|está obligad[oa] a) (comprar|contratar|tener) (un )?(seguro|exención)/iu,
    why: notAsked,
  },
  {
    looksLike: /(?<!no )(?<!\p{L})(podemos|podremos|entraremos) (entrar )?en su (casa|hogar|domicilio)(?! sin)/iu,
    why: notAsked,
  },
  {
    looksLike:
      /(?<!\p{L})(pagos|renta) (restantes?|futur[oa]s?) (vence|se vuelve|se hace)\p{L}* (exigible|de inmediato)/iu,
    why: notAsked,
  },
  {
    looksLike:
      /(?<!no hay )(?<!sin )(?<!ningún )(?<!\p{L})(cargo|penalización|multa) por (terminar|cancelar|devolver|recoger)/iu,
    why: noPenalty,
  },
  { looksLike: /(?<!\p{L})(es|son) suy[oa]s? (hoy|ahora|ya)(?!\p{L})/iu, why: 'nobody owns goods on lease' },
];

const periodicPrice =
  /\$\s?[\d,.]+ ?(a|per|each|every|\/) ?(week|two weeks|month)\b|\b(a|each|every|per) (week|month) (costs|is|for)\b|\bweekly payments? of \$|\$\s?[\d,.]+ ?(a la|por|cada|al) (semana|mes)\b|\bpagos semanales de \$/i;

/** Words that every English sentence has and no Spanish one. */
const english = /\b(the|you|your|rent|payments?|with|days|and|of|every|through|lease|items|not)\b/i;
