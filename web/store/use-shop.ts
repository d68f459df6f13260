import { useCallback, useEffect, useState } from 'preact/hooks';
import { askShop, type Said } from './ask-shop.ts';

/** What the shop's server says under an address, and a way to ask again. Null until it answered. */
export function useShop<Data>(path: string): [Said<Data> | null, () => Promise<void>] {
  const [said, setSaid] = useState<Said<Data> | null>(null);
  const ask = useCallback(async () => setSaid(await askShop<Data>(path)), [path]);
  useEffect(() => {
    ask();
  }, [ask]);
  return [said, ask];
}
