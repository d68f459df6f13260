/** What the shop's server half answers a page. */
export type Reply = { status: number; body: object };

export const says = (body: object): Reply => ({ status: 200, body });

/** A "no" in a sentence that the page shows as it is. */
export const refuses = (status: number, message: string): Reply => ({ status, body: { error: { message } } });

/** What a page sent, before anybody looked at it. */
export type Body = Record<string, unknown>;

/** The article numbers and quantities in it; what is not one becomes a number that no rule accepts. */
export function linesOf(value: unknown): { sku: string; quantity: number }[] {
  if (!Array.isArray(value)) return [];
  return value.map((line: { sku?: unknown; quantity?: unknown } | null) => ({
    sku: String(line?.sku),
    quantity: Number(line?.quantity),
  }));
}
