import type { PersonalBody } from '#contract/modal/bodies.ts';
import { isDay } from '#core/calendar/day.ts';
import { savePersonal } from '#server/applications/save-personal.ts';
import type { House } from '#server/house.ts';
import { done, isRefused, type Outcome } from '#server/outcome.ts';
import { isLoggedIn, type SessionChange } from './session.ts';
import type { Turn } from './turn.ts';

/** What the decision needs to know, and the consents, each for itself. */
export async function givePersonal(
  house: House,
  { session, merchant, body, device }: Turn<PersonalBody>,
): Promise<Outcome<SessionChange>> {
  if (!isLoggedIn(house, session)) return done({ step: 'email' });
  const { contactConsent, lenderConsents = [] } = body;
  const saved = await savePersonal(house, {
    merchantId: merchant.merchantId,
    customerId: session.customerId,
    answers: {
      dateOfBirth: body.dateOfBirth,
      ssn: body.ssn?.trim() || null,
      monthlyIncome: body.monthlyIncome.replaceAll(',', '').trim(),
      payFrequency: body.payFrequency,
      nextPayDate: isDay(body.nextPayDate) ? body.nextPayDate : null,
      employer: body.employer ?? null,
    },
    inquiryConsent: body.inquiryConsent,
    contactConsent,
    lenderConsents,
    device,
    language: session.locale,
  });
  if (isRefused(saved)) return saved;
  const progress = { ...session.progress, contactConsent, lenderConsents };
  return done({ step: 'bank', progress }, ...saved.writes);
}
