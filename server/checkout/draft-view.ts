import type { Draft, Frequency } from '#contract/modal/view.ts';
import { decimalText } from '#core/money/decimal.ts';
import type { Known } from './known.ts';
import type { Session } from './session.ts';

/** What the store has said of a shopper who has typed nothing yet. */
export function prefilled({ progress }: Session): Draft {
  if (progress.prefill === null) return {};
  const { email: _, ...profile } = progress.prefill;
  return { profile: { ...profile, optInMarketing: false } };
}

/** What was typed on earlier screens, so that going back loses nothing; of secrets only the last four. */
export function draftView(session: Session, { facts, person, application, identityLast4 }: Known): Draft {
  const { address, bankAccount, mobilePhone } = facts;
  const draft = address === null ? prefilled(session) : {};
  if (address !== null) {
    draft.profile = {
      firstName: facts.firstName,
      lastName: facts.lastName,
      mobilePhone: mobilePhone?.replace(/^\+1/, '') ?? '',
      ...address,
      street2: address.street2 ?? '',
      optInMarketing: person.marketingOptIn,
    };
  }
  if (person.dateOfBirth !== null && application !== null && application.monthlyIncome !== null) {
    draft.personal = {
      dateOfBirth: person.dateOfBirth,
      ssnLast4: identityLast4 ?? '',
      monthlyIncome: decimalText(application.monthlyIncome),
      payFrequency: (application.payFrequency ?? 'weekly') as Frequency,
      nextPayDate: application.nextPayOn ?? '',
      employer: application.employer ?? '',
      inquiryConsent: true,
      contactConsent: session.progress.contactConsent,
    };
  }
  if (bankAccount !== null) {
    const { routingNumber, bankName, accountLast4, accountType } = bankAccount;
    draft.bank = { routingNumber, bankName, accountLast4, accountType };
  }
  return draft;
}
