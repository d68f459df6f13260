/** Where the device's token is kept: with it a reload, a reopening or a second tab continues the same session. */
export interface DeviceMemory {
  read(): string | null;
  /** Storage can be read and holds no token, so there is no session here. Without storage only the server can tell. */
  isEmpty(): boolean;
  remember(token: string): void;
}

/**
 * Keeps the token under a name, and nothing else. Where a frame has no storage the server's cookie does this, and where
 * it has no cookies this does.
 */
export function deviceMemory(key: string): DeviceMemory {
  let remembered: string | null = null;
  return {
    read() {
      try {
        return localStorage.getItem(key) ?? remembered;
      } catch {
        return remembered; // no storage: the memory of this page, and after it the cookie, have to do
      }
    },
    isEmpty() {
      try {
        return localStorage.getItem(key) === null;
      } catch {
        return false;
      }
    },
    remember(token) {
      remembered = token;
      try {
        localStorage.setItem(key, token);
      } catch {
        // as above
      }
    },
  };
}
