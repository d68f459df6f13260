import { useEffect, useState } from 'preact/hooks';

/** What an address of this house answers: `undefined` until it did, null when it does not. */
export function useJson<Data>(path: string): Data | null | undefined {
  const [data, setData] = useState<Data | null>();
  useEffect(() => {
    fetch(path, { headers: { accept: 'application/json' } })
      .then(async (response) => setData(response.ok ? ((await response.json()) as Data) : null))
      .catch(() => setData(null));
  }, [path]);
  return data;
}
