import type { Given } from './command.ts';
import { WrongUsage } from './wrong-usage.ts';

/** Who does something by hand and why, of which both are kept. Throws `WrongUsage` without one of them. */
export function whoSaysSo({ by, reason }: Given['options'], asked = 'Who says so'): { by: string; reason: string } {
  if (!by || !reason) throw new WrongUsage(`${asked}, and why? Give --by and --reason: both are kept.`);
  return { by, reason };
}
