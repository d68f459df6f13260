/** A sentence with its amounts of money set strong, so that no figure hides in the words. */
export function AmountsInBold({ text }: { text: string }) {
  const parts = text.split(/(−?\$[\d,]+\.\d{2})/);
  return <>{parts.map((part, index) => (index % 2 === 1 ? <b key={index}>{part}</b> : part))}</>;
}
