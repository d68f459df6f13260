const key = 'flexpay.device';

let remembered: string | null = null;

/**
 * The device's token: with it a reload, a reopening or a second tab continues the same session. Nothing else is kept.
 * Where a frame has no storage the server's cookie does this, and where it has no cookies this does.
 */
export function readDevice(): string | null {
  try {
    return localStorage.getItem(key) ?? remembered;
  } catch {
    return remembered; // no storage: the memory of this frame, and after it the cookie, have to do
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
