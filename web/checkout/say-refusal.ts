import type { Refusal } from './server-call.ts';
import type { Texts } from './texts/en.ts';

/**
 * What a refusal of a whole screen says to the shopper: our own words by its code. What is wrong with the answers the
 * server has said in their language already; what we have no words for it says in English alone.
 */
export function sayRefusal(refusal: Refusal, texts: Texts): string {
  if (refusal.statusCode === 0) return texts.trouble.network;
  const ours = texts.refusals[refusal.code];
  if (ours !== undefined) return ours;
  const isOurLanguage = refusal.code === 'ValidationError' || texts.language === 'en';
  return (isOurLanguage && refusal.message) || texts.trouble.other;
}
