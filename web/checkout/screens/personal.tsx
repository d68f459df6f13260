import type { Frequency, View } from '#contract/modal/view.ts';
import { ageOn, checkDateOfBirth } from '#core/application/age.ts';
import { checkIdentityNumber } from '#core/application/identity-number.ts';
import type { LenderPlace } from '#core/application/waterfall.ts';
import { daysBetween } from '#core/calendar/day.ts';
import { ChoiceField } from '#web/ui/choice-field.tsx';
import { Consent } from '#web/ui/consent.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { useCheckout } from '../checkout-context.ts';
import {
  onlyDigits,
  readAmount,
  readDay,
  shapeAmount,
  shapeDay,
  shapeIdentity,
  shapeMobile,
  typedDay,
} from '../field-shapes.ts';
import { useTexts } from '../later-texts.ts';
import { Actions, Mistakes, Screen } from '../screen.tsx';
import type { LaterTexts } from '../texts/later-en.ts';
import { useForm } from '../use-form.ts';

type Values = Record<
  | 'dateOfBirth'
  | 'ssn'
  | 'monthlyIncome'
  | 'nextPayDate'
  | 'payFrequency'
  | 'employer'
  | 'inquiryConsent'
  | 'contactConsent'
  | `lender_${LenderPlace}`,
  string
>;

/** The facts the decision needs, and the consents, each in its own words: ours, and of whoever may look before us. */
export function PersonalScreen() {
  const { view, act, openPanel } = useCheckout();
  const texts = useTexts();
  const words = texts.personal;
  const draft = view.draft.personal;
  const { lenders = [] } = view;
  const tick = (of: LenderPlace) => (lenders.some(({ place, ticked }) => place === of && ticked) ? 'yes' : '');
  const phone = view.draft.profile?.mobilePhone;
  const form = useForm<keyof Values>({
    screen: 'personal',
    start: {
      dateOfBirth: typedDay(draft?.dateOfBirth ?? ''),
      ssn: '',
      monthlyIncome: shapeAmount(draft?.monthlyIncome ?? ''),
      nextPayDate: typedDay(draft?.nextPayDate ?? ''),
      payFrequency: draft?.payFrequency ?? '',
      employer: draft?.employer ?? '',
      inquiryConsent: draft?.inquiryConsent ? 'yes' : '',
      contactConsent: draft?.contactConsent ? 'yes' : '',
      lender_prime: tick('prime'),
      lender_near_prime: tick('near_prime'),
    },
    secrets: ['ssn'],
    check: (values) => check(values, words, view),
    send: (values) =>
      act('personal', {
        dateOfBirth: readDay(values.dateOfBirth) ?? '',
        ...(values.ssn && { ssn: onlyDigits(values.ssn, 9) }),
        monthlyIncome: readAmount(values.monthlyIncome) ?? '',
        payFrequency: values.payFrequency as Frequency,
        nextPayDate: readDay(values.nextPayDate) ?? '',
        ...(values.employer.trim() && { employer: values.employer.trim() }),
        inquiryConsent: values.inquiryConsent === 'yes',
        contactConsent: values.contactConsent === 'yes',
        ...(lenders.length > 0 && {
          lenderConsents: lenders.map(({ place }) => place).filter((place) => values[`lender_${place}`] === 'yes'),
        }),
      }),
  });
  const names = {
    dateOfBirth: words.dateOfBirth,
    ssn: words.identity,
    monthlyIncome: words.income,
    nextPayDate: words.nextPayDate,
    payFrequency: words.frequency,
    inquiryConsent: words.names.inquiryConsent,
  };
  const brand = view.brand.name;

  return (
    <Screen
      title={words.title}
      lead={words.lead}
      onSubmit={form.submit}
      foot={<Actions form={form}>{texts.continue}</Actions>}
    >
      <Mistakes form={form} names={names} />
      <TextField
        field={form.field('dateOfBirth')}
        label={words.dateOfBirth}
        hint={words.dateHint}
        shape={shapeDay}
        input={{ inputMode: 'numeric', autocomplete: 'bday', placeholder: words.datePlaceholder }}
      />
      <TextField
        field={form.field('ssn')}
        label={words.identity}
        hint={draft?.ssnLast4 ? words.identityOnFile(draft.ssnLast4) : words.identityHint}
        secret
        reveal={{ show: `${texts.show}: ${words.identity}`, hide: `${texts.hide}: ${words.identity}` }}
        shape={shapeIdentity}
        input={{ inputMode: 'numeric', placeholder: draft?.ssnLast4 ? `•••-••-${draft.ssnLast4}` : undefined }}
      />
      <div class="two">
        <TextField
          field={form.field('monthlyIncome')}
          shapeAtEnd={shapeAmount}
          label={words.income}
          unit="$"
          input={{ inputMode: 'decimal' }}
        />
        <TextField
          field={form.field('nextPayDate')}
          label={words.nextPayDate}
          shape={shapeDay}
          input={{ inputMode: 'numeric', placeholder: words.datePlaceholder }}
        />
      </div>
      <ChoiceField
        field={form.field('payFrequency')}
        legend={words.frequency}
        choices={(['weekly', 'biweekly', 'semimonthly', 'monthly'] as const).map((value) => ({
          value,
          name: texts.frequencies[value].every,
        }))}
      />
      <TextField
        field={form.field('employer')}
        label={words.employer}
        optional={texts.optional}
        input={{ autocomplete: 'organization' }}
      />
      <Consent field={form.field('inquiryConsent')} label={words.inquiry(brand)}>
        <p class="docs">
          <button class="link" type="button" onClick={() => openPanel('permission')}>
            {words.permission}
          </button>
          <button class="link" type="button" onClick={() => openPanel('privacy')}>
            {words.privacyNotice}
          </button>
          <button class="link" type="button" onClick={() => openPanel('terms')}>
            {texts.terms}
          </button>
        </p>
      </Consent>
      <Consent field={form.field('contactConsent')} label={words.contact(brand, shapeMobile(phone ?? ''))}>
        <p class="tag">{words.contactTag}</p>
      </Consent>
      {lenders.length > 0 && (
        <section class="stack-2" aria-labelledby="lenders">
          <h2 class="label" id="lenders">
            {words.first.title}
          </h2>
          <p>{words.first.lead(brand)}</p>
          {lenders.map(({ place, name, purpose, noticeAt }) => (
            <Consent key={place} field={form.field(`lender_${place}`)} label={words.first.agree(brand, name)}>
              <p class="tag">{purpose}</p>
              <p class="docs">
                <a class="link" href={noticeAt} target="_blank" rel="noopener noreferrer">
                  {words.first.notice(name)}
                </a>
              </p>
            </Consent>
          ))}
        </section>
      )}
    </Screen>
  );
}

function check(values: Values, { wrong }: LaterTexts['personal'], view: View): Partial<Values> {
  const found: Partial<Values> = {};
  const birth = birthFault(readDay(values.dateOfBirth), view.today);
  if (birth) found.dateOfBirth = wrong[birth];
  const keepsNumber = values.ssn === '' && view.draft.personal?.ssnLast4;
  const identity = checkIdentityNumber(values.ssn, { sandbox: view.sandbox });
  if (!identity.ok && !keepsNumber) found.ssn = identity.reason === 'format' ? wrong.ssn : wrong.notIssued;
  const income = readAmount(values.monthlyIncome);
  if (income === null || income === '0.00') found.monthlyIncome = wrong.monthlyIncome;
  if (!values.payFrequency) found.payFrequency = wrong.payFrequency;
  const payDate = payDateFault(readDay(values.nextPayDate), view.today);
  if (payDate) found.nextPayDate = wrong[payDate];
  if (values.inquiryConsent !== 'yes') found.inquiryConsent = wrong.inquiryConsent;
  return found;
}

const youngest = 18;
const payDateDaysMax = 35;

// The lowest age anywhere; a state that asks for more is the server's to know.
function birthFault(day: ReturnType<typeof readDay>, today: string): 'dateOfBirth' | 'notADay' | 'tooYoung' | null {
  if (day === null) return 'dateOfBirth';
  if (day === 'no-such-day' || checkDateOfBirth(day, today) !== 'ok') return 'notADay';
  return ageOn(day, today) < youngest ? 'tooYoung' : null;
}

function payDateFault(
  day: ReturnType<typeof readDay>,
  today: string,
): 'nextPayDate' | 'notADay' | 'payDatePast' | 'payDateFar' | null {
  if (day === null) return 'nextPayDate';
  if (day === 'no-such-day') return 'notADay';
  if (day < today) return 'payDatePast';
  return daysBetween(today, day) > payDateDaysMax ? 'payDateFar' : null;
}
