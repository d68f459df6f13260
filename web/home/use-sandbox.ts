import { useEffect, useState } from 'preact/hooks';
import { askSandbox } from './ask-sandbox.ts';

/** What the sandbox says under an address: `undefined` until it answered, null when it did not. */
export function useSandbox<Data>(path: string): Data | null | undefined {
  const [data, setData] = useState<Data | null>();
  useEffect(() => {
    askSandbox<Data>(path).then(setData);
  }, [path]);
  return data;
}
