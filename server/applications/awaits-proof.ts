import { awaitingProof } from '#core/application/lifecycle.ts';
import type { House } from '#server/house.ts';
import { latestApplication } from './application-store.ts';

/** Whether this customer's application waits for the customer to prove who they are. */
export async function awaitsProof(house: House, customerId: string): Promise<boolean> {
  const application = await latestApplication(house, customerId, { drafts: false });
  return application !== null && awaitingProof.includes(application.state);
}
