import type { House } from '#server/house.ts';
import { agenciesOf } from '#server/messages/notice.ts';
import type { Application } from './application.ts';
import { noticesOf } from './notice-store.ts';

/** What a customer reads of a notice again, and whether it speaks of a report, against which they have rights. */
export type NoticeShown = { readonly body: string; readonly reportUsed: boolean };

/** The newest notice of an application as it was sent; null when there was nothing to tell. */
export async function latestNotice(
  house: House,
  application: Pick<Application, 'customerId' | 'applicationId'>,
): Promise<NoticeShown | null> {
  const last = (await noticesOf(house, application)).at(-1);
  if (last === undefined) return null;
  return { body: last.body, reportUsed: agenciesOf(last.facts).length > 0 };
}
