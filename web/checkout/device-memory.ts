const key = 'flexpay.device';

let remembered: string | null = null;

/** The device's token: with it a reload, a reopening or a second tab continues the same session. Nothing else is kept. */
export function readDevice(): string | null {
  try {
    return localStorage.getItem(key) ?? remembered;
  } catch {
    return remembered; // storage is switched off: the memory of this frame has to do
  }
}

export function rememberDevice(token: string): void {
  remembered = token;
  try {
    localStorage.setItem(key, token);
  } catch {
    // as above
  }
}
