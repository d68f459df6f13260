import type { Day } from '#core/calendar/day.ts';
import { expecting, type Write, write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { phoneIndex } from './phone-index.ts';

/** One guarded change of the customer's row: a statement may touch it only once, so all that changes comes together. */
export function changeCustomer(
  house: House,
  customer: { customerId: string; version: number },
  change: { contact?: ContactDetails; dateOfBirth?: Day; passwordHash?: string },
): Write {
  const { contact } = change;
  return expecting(
    1,
    'customer',
    write`update customer set
      first_name = coalesce(${contact?.firstName}, first_name),
      last_name = coalesce(${contact?.lastName}, last_name),
      mobile_phone = coalesce(${contact?.mobilePhone}, mobile_phone),
      phone_index = coalesce(${phoneIndex(house, contact?.mobilePhone)}, phone_index),
      street1 = coalesce(${contact?.street1}, street1),
      street2 = case when ${contact !== undefined}::boolean then ${contact?.street2} else street2 end,
      city = coalesce(${contact?.city}, city),
      state = coalesce(${contact?.state}, state),
      postal_code = coalesce(${contact?.postalCode}, postal_code),
      marketing_opt_in = coalesce(${contact?.marketingOptIn}, marketing_opt_in),
      date_of_birth = coalesce(${change.dateOfBirth}, date_of_birth),
      password_hash = coalesce(${change.passwordHash}, password_hash),
      version = version + 1
      where customer_id = ${customer.customerId} and version = ${customer.version}`,
  );
}

export type ContactDetails = {
  firstName: string;
  lastName: string;
  mobilePhone: string;
  street1: string;
  street2: string | null;
  city: string;
  state: string;
  postalCode: string;
  marketingOptIn: boolean;
};
