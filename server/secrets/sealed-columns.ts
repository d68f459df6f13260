/** Where an envelope lies. It opens nowhere else: moved to another row, column or owner it is refused. */
export type Place = { table: string; column: string; rowId: string; tenant: string };

type SealedColumn = {
  /** SQL over the row: which one it is, and whose. */
  readonly rowId: string;
  readonly tenant: string;
  /** What the envelopes are bound to, where that is an older name: under the new one the old ones would not open. */
  readonly boundAs?: { readonly table: string; readonly column: string };
};

/**
 * Every column that holds envelopes, by table and column: the only list there is. A change of keys goes through all of
 * them, and a test holds the list against the database.
 */
export const sealedColumns = {
  'customer_identity.ssn_sealed': { rowId: 'customer_id', tenant: 'customer_id' },
  'payment_method.account_sealed': {
    rowId: 'payment_method_id',
    tenant: 'customer_id',
    boundAs: { table: 'bank_account', column: 'account_sealed' },
  },
  'payment_method.token_sealed': { rowId: 'payment_method_id', tenant: 'customer_id' },
  'application.told_sealed': { rowId: 'application_id', tenant: 'customer_id' },
  'application_document.key_sealed': { rowId: 'document_id', tenant: 'customer_id' },
  'knowledge_session.questions_sealed': { rowId: 'session_id', tenant: 'customer_id' },
  'idempotency.body_sealed': {
    rowId: `method || ' ' || path || ' ' || key`,
    tenant: 'scope',
    boundAs: { table: 'idempotency', column: 'body' },
  },
} as const satisfies Record<string, SealedColumn>;

export type SealedName = keyof typeof sealedColumns;

/** The place of an envelope in one of those columns. */
export function placeIn(name: SealedName, { rowId, tenant }: { rowId: string; tenant: string }): Place {
  const { boundAs }: SealedColumn = sealedColumns[name];
  return { ...(boundAs ?? tableAndColumn(name)), rowId, tenant };
}

/** `table.column` in its two halves. */
export function tableAndColumn(name: string): { table: string; column: string } {
  const [table = '', column = ''] = name.split('.');
  return { table, column };
}
