/** What is wrong with a text that a shopper reads: the words, and why they may not stand there. */
export type Finding = { readonly words: string; readonly why: string };

/**
 * Reads a text as a regulator does (domain 3.1, items 8 and 19, and its list of words to keep out): a lease is not called
 * what it is not, nothing that a lease must not ask for is asked for, and a price by the week stands beside its total.
 */
export function lintDisclosure(text: string): Finding[] {
  const said = forbidden.flatMap(({ looksLike, why }) => {
    const found = looksLike.exec(text);
    return found === null ? [] : [{ words: found[0], why }];
  });
  const periodic = periodicPrice.exec(text);
  const lonely = periodic !== null && !/\btotal\b/i.test(text);
  return lonely ? [...said, { words: periodic[0], why: 'a price by the period without the total beside it' }] : said;
}

const notThat = 'a lease is not a loan and has no such thing';
const notAsked = 'a lease must not ask for this';
const notPromised = 'promises what nobody can promise';

const forbidden: readonly { readonly looksLike: RegExp; readonly why: string }[] = [
  { looksLike: /\b(loans?|lend(er|ers|ing)?|borrow\w*|financ(e|es|ed|ing))\b/i, why: notThat },
  { looksLike: /\b(interest|apr|annual percentage|credit|mortgage|debt)\b/i, why: notThat },
  {
    looksLike: /\b(préstamos?|financiamiento|financiar|intereses|tasa de interés|crédito|hipoteca|deuda)\b/i,
    why: notThat,
  },
  { looksLike: /\bsame as cash\b|\bzero percent\b|\b0\s?%/i, why: notThat },
  { looksLike: /\bbuy now,? pay later\b|\bon credit\b|\binstallment plan\b/i, why: notThat },
  { looksLike: /\b(as low as|starting at|from (only|just))\b/i, why: 'a price that is not this lease’s' },
  { looksLike: /\bguaranteed\b|\beveryone is approved\b|\binstant approval\b|\brisk.free\b/i, why: notPromised },
  { looksLike: /\bconfess\w* (of |to )?judgment\b|\bpower of attorney\b|\bnegotiable instrument\b/i, why: notAsked },
  { looksLike: /\bassign\w* (of )?(your |the |my )?wages?\b|\bwage assignment\b|\bgarnish\w*/i, why: notAsked },
  {
    looksLike: /\b(waive|give up|release)\w* (all |any )?(of )?(your |my )?(claims?|defen[cs]es?|rights?)\b/i,
    why: notAsked,
  },
  { looksLike: /\bsecurity interest\b|\bcollateral\b|\bballoon\b/i, why: notAsked },
  { looksLike: /\b(must|have to|required to) (buy|carry|purchase) (an? )?(insurance|waiver)\b/i, why: notAsked },
  { looksLike: /\bwe (may|can|will) enter (your|the) (home|house|premises|property)\b(?! without)/i, why: notAsked },
  {
    looksLike:
      /\b(all|the) (remaining|unpaid) payments? (is|are|becomes?|falls?) (immediately )?(due|payable) at once\b/i,
    why: notAsked,
  },
  {
    looksLike: /(?<!\bno )\b(penalty|fee|charge) (for|on) (ending|returning|early)\b/i,
    why: 'ending a lease costs nothing',
  },
];

const periodicPrice =
  /\$\s?[\d,.]+ ?(a|per|each|every|\/) ?(week|two weeks|month)\b|\b(a|each|every|per) (week|month) (costs|is|for)\b|\bweekly payments? of \$/i;
