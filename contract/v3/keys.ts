/** What an API key may be allowed to do: read, change, and what only trusted partners may (api-v3 3.6, 4.5, 4.6). */
export const scopes = ['read', 'write', 'partner'] as const;
export type Scope = (typeof scopes)[number];
