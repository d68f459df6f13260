/** Every text in a document that could be its access code, in capitals: what stands between its tags, word by word. */
export function accessCodesIn(html: string): string[] {
  const words = html.replace(/<[^>]*>/g, ' ').match(/[A-Za-z0-9]{4,12}/g) ?? [];
  return [...new Set(words.map((word) => word.toUpperCase()))];
}
