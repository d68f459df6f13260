import type { Socket } from 'node:net';
import { type RefusalCode, refusals } from '#contract/v3/refusals.ts';
import { refusalText } from '#server/http/answer.ts';
import { refuse } from '#server/outcome.ts';

/** Answers bytes that never became a request: not HTTP, headers without end, a body that did not arrive in time. */
export function answerBrokenRequest(docsUrl: string) {
  return (error: Error & { code?: string }, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    const [code, message] = meaningOf(error.code);
    const body = refusalText(refuse(code, message), { docsUrl });
    const head = `HTTP/1.1 ${refusals[code].status} ${code}\r\nContent-Type: application/json; charset=utf-8`;
    socket.end(`${head}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`);
  };
}

function meaningOf(code: string | undefined): [RefusalCode, string] {
  if (code === 'HPE_HEADER_OVERFLOW') return ['PayloadTooLarge', 'The headers are larger than 16 kibibytes.'];
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return ['RequestTimeout', 'The request did not arrive in time. Send it again.'];
  return ['ValidationError', 'This is not a request that we can read.'];
}
