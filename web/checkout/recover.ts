import { memoryOfFrame } from './opening.ts';
import type { PageLine } from './page-link.ts';
import { serverCall } from './server-call.ts';

/**
 * Tells a page that has just loaded of a signature that it has not taken, and the server when it has (rulings 17). Draws
 * nothing. Where this browser surely remembers no checkout the server is asked only if the page insists: most pages load
 * with nothing to recover.
 */
export async function recover(
  page: PageLine,
  { authKey, always }: { authKey: string; always: boolean },
): Promise<void> {
  if (memoryOfFrame.isEmpty() && !always) return page.tell({ type: 'nothing' });
  const device = memoryOfFrame.read();
  const asked = { authKey, parentOrigin: page.origin, ...(device !== null && { device }) };
  const answer = await serverCall('unheard', asked, null);
  if (!answer.ok || answer.data.signed === null) return page.tell({ type: 'nothing' });
  const { session, signed } = answer.data;
  page.listen((message) => {
    if (message.type === 'heard') void serverCall('heard', {}, session);
  });
  page.tell({ type: 'signed', ...signed });
}
