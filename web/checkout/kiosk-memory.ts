const key = 'flexpay.kiosk';

/** What makes this device a tablet of its store: the one thing that outlives a customer. */
export const kioskToken = {
  read: () => localStorage.getItem(key),
  keep: (token: string) => localStorage.setItem(key, token),
  forget: () => localStorage.removeItem(key),
};

/** Takes out of this browser whatever a customer could have left in it. What only the server may touch it takes itself. */
export async function wipe(): Promise<void> {
  for (const storage of [localStorage, sessionStorage]) {
    for (const name of Object.keys(storage)) if (name !== key) storage.removeItem(name);
  }
  for (const cookie of document.cookie.split(';')) {
    // biome-ignore lint/suspicious/noDocumentCookie: a tablet's browser need not have the newer way
    document.cookie = `${cookie.split('=')[0]}=; Max-Age=0; Path=/`;
  }
  const databases = (await indexedDB.databases?.()) ?? [];
  for (const { name } of databases) if (name) indexedDB.deleteDatabase(name);
  // Only where the page came over a safe connection.
  const stores = globalThis.caches;
  for (const name of (await stores?.keys()) ?? []) await stores.delete(name);
}
