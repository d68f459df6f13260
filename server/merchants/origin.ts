/** The origin a text names, in the spelling of browsers; null when it is none of http or https, or has more than an origin. */
export function originOf(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  const isBare = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  return isWeb && isBare ? url.origin : null;
}
