/**
 * What has been typed on each screen of this opening, so that going back, a help text or another tab's progress loses
 * nothing. It lives in memory alone; what was sent comes back from the server as a draft.
 */
const typed = new Map<string, Record<string, string>>();

/** The values of a screen: what was typed here wins over what the server remembers. */
export function typedOn<Name extends string>(screen: string, start: Record<Name, string>): Record<Name, string> {
  return { ...start, ...typed.get(screen) };
}

export function keepTyped(screen: string, values: Record<string, string>): void {
  typed.set(screen, values);
}

/** Forgets answers that must not stay on the device once they were sent: a screen shows their last four only. */
export function forgetTyped(screen: string, secrets: readonly string[]): void {
  const values = typed.get(screen);
  if (values) typed.set(screen, Object.fromEntries(Object.entries(values).filter(([name]) => !secrets.includes(name))));
}

/** "Not you?": another person starts from empty screens. */
export function forgetEverythingTyped(): void {
  typed.clear();
}
