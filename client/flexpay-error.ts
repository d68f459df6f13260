import type { RefusalCode } from './operations.gen.ts';

/** `Unreachable`: no answer came, also after trying again. `UnreadableAnswer`: what answered was not FlexPay. */
export type ErrorCode = RefusalCode | 'Unreachable' | 'UnreadableAnswer';

/** What the refusal adds to its code. */
export type ErrorData<Code> = Code extends 'ValidationError'
  ? { readonly fields: readonly { readonly path: string; readonly message: string }[] }
  : Readonly<Record<string, unknown>>;

/** FlexPay's "no", or that nobody knows. The code never changes its meaning; the message is for people. */
export class FlexPayError<Code extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'FlexPayError';
  readonly code: Code;
  /** The status of the answer; 0 when there was none. */
  readonly statusCode: number;
  readonly data: ErrorData<Code>;
  /** Names this call in FlexPay's log. */
  readonly requestId: string | null;
  readonly retryAfterSeconds: number | null;

  constructor(message: string, about: About<Code>, options?: { cause?: unknown }) {
    super(message, options);
    this.code = about.code;
    this.statusCode = about.statusCode;
    this.data = about.data ?? ({} as ErrorData<Code>);
    this.requestId = about.requestId ?? null;
    this.retryAfterSeconds = about.retryAfterSeconds ?? null;
  }
}

type About<Code extends ErrorCode> = {
  code: Code;
  statusCode: number;
  data?: ErrorData<Code>;
  requestId?: string | null;
  retryAfterSeconds?: number | null;
};

/** Whether FlexPay said one of these; without codes, whether it said anything at all. Narrows `code` and `data`. */
export function isFlexPayError<Code extends ErrorCode = ErrorCode>(
  error: unknown,
  ...codes: Code[]
): error is FlexPayError<Code> {
  return error instanceof FlexPayError && (codes.length === 0 || codes.some((code) => code === error.code));
}

/** Whether the same call may succeed later: nobody answered for certain, or it came too soon. */
export function isPassing(error: FlexPayError): boolean {
  return [0, 429, 502, 503, 504].includes(error.statusCode);
}
