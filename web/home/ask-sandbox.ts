/** Asks the sandbox and gives its data, or null when it does not answer or says no. */
export async function askSandbox<Data>(path: string, body?: object): Promise<Data | null> {
  try {
    const response = await fetch(path, {
      method: body ? 'POST' : 'GET',
      headers: { accept: 'application/json', ...(body && { 'content-type': 'application/json' }) },
      body: body && JSON.stringify(body),
    });
    if (!response.ok) return null;
    const { data } = (await response.json()) as { data: Data };
    return data;
  } catch {
    return null;
  }
}
