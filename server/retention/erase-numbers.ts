import { carryOut } from '#server/carry-out.ts';
import { eraseAccounts } from '#server/customers/bank-account.ts';
import { eraseIdentity } from '#server/customers/identity.ts';
import { expecting, write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { done } from '#server/outcome.ts';
import { type EndedApplicant, endedApplicants } from './ended-applicants.ts';

/** Erases the numbers of applicants of whom nothing came (domain 4.14). Answers of how many. */
export async function eraseNumbers(house: House): Promise<number> {
  const ended = await endedApplicants(house);
  let count = 0;
  for (const applicant of ended) if (await erase(house, applicant)) count += 1;
  return count;
}

async function erase(house: House, { customerId }: EndedApplicant): Promise<boolean> {
  let isErased = false;
  await carryOut(house, async () => {
    // Looked at again each time: since the list was read they may have come back.
    const [still] = await endedApplicants(house, customerId);
    isErased = still !== undefined;
    if (still === undefined) return done(null);
    return done(
      null,
      // Whoever applies in this moment changes the customer's row too, and one of us is decided again.
      expecting(
        1,
        'customer',
        write`update customer set version = version + 1 where customer_id = ${customerId} and version = ${still.version}`,
      ),
      eraseIdentity(customerId),
      eraseAccounts(customerId),
      write`update application set numbers_kept = false where customer_id = ${customerId} and numbers_kept`,
    );
  });
  return isErased;
}
