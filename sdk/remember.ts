type Where = 'localStorage' | 'sessionStorage';

// Storage that is switched off throws at the first touch: then the memory of this page has to do.

export function remembered(where: Where, key: string): string | null {
  try {
    return window[where].getItem(key);
  } catch {
    return null;
  }
}

export function remember(where: Where, key: string, text: string): void {
  try {
    window[where].setItem(key, text);
  } catch {
    // as above
  }
}
