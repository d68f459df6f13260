import { checkMobile, checkName, checkPostalCode, checkStreet } from '#core/application/contact.ts';
import { passwordLengthMin } from '#core/application/password.ts';
import { Consent } from '#web/ui/consent.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { useCheckout } from '../checkout-context.ts';
import { onlyDigits, shapeMobile } from '../field-shapes.ts';
import { useTexts } from '../later-texts.ts';
import { OtherState } from '../other-state.tsx';
import { Actions, Mistakes, Screen } from '../screen.tsx';
import { StreetField } from '../street-field.tsx';
import type { LaterTexts } from '../texts/later-en.ts';
import { statesIn } from '../texts/states.ts';
import { addressOf, addressParts, useAddressHints } from '../use-address-hints.ts';
import { useForm } from '../use-form.ts';
import { WhoLine } from '../who-line.tsx';

type Values = Record<
  | 'firstName'
  | 'lastName'
  | 'mobilePhone'
  | 'street1'
  | 'street2'
  | 'city'
  | 'state'
  | 'postalCode'
  | 'password'
  | 'optInMarketing',
  string
>;

/** Name, phone and home. A state that is not served is refused here, before any sensitive question. */
export function ProfileScreen() {
  const { view, act } = useCheckout();
  const texts = useTexts();
  const words = texts.profile;
  const draft = view.draft.profile;
  const choosesPassword = !view.customer?.hasPassword;
  const form = useForm<keyof Values>({
    screen: 'profile',
    start: {
      firstName: draft?.firstName ?? view.customer?.firstName ?? '',
      lastName: draft?.lastName ?? view.customer?.lastName ?? '',
      mobilePhone: shapeMobile(draft?.mobilePhone ?? ''),
      street1: draft?.street1 ?? '',
      street2: draft?.street2 ?? '',
      city: draft?.city ?? '',
      state: draft?.state ?? '',
      postalCode: draft?.postalCode ?? '',
      password: '',
      optInMarketing: draft?.optInMarketing ? 'yes' : '',
    },
    secrets: ['password'],
    check: (values) => check(values, words, choosesPassword),
    send: ({ optInMarketing, password, street2, ...values }) =>
      act('profile', {
        ...values,
        mobilePhone: onlyDigits(values.mobilePhone, 11),
        ...(street2.trim() && { street2 }),
        ...(choosesPassword && { password }),
        optInMarketing: optInMarketing === 'yes',
      }),
  });
  const hints = useAddressHints({
    address: addressOf(form.values),
    fill: (name, text) => form.field(name).onInput(text),
  });
  const names = {
    firstName: words.firstName,
    lastName: words.lastName,
    mobilePhone: words.mobile,
    street1: words.street,
    city: words.city,
    state: words.state,
    postalCode: words.postalCode,
    password: words.password,
  };

  return (
    <Screen
      title={words.title}
      lead={words.lead}
      onSubmit={form.submit}
      foot={<Actions form={form}>{texts.continue}</Actions>}
    >
      <WhoLine />
      <Mistakes form={form} names={names} />
      <div class="two">
        <TextField field={form.field('firstName')} label={words.firstName} input={{ autocomplete: 'given-name' }} />
        <TextField field={form.field('lastName')} label={words.lastName} input={{ autocomplete: 'family-name' }} />
      </div>
      <TextField
        field={form.field('mobilePhone')}
        shapeAtEnd={shapeMobile}
        label={words.mobile}
        hint={words.mobileHint}
        input={{ type: 'tel', autocomplete: 'tel-national', inputMode: 'tel' }}
      />
      <StreetField
        field={form.field('street1')}
        suggestions={hints.suggestions}
        onChosen={(address) => {
          for (const name of addressParts) form.field(name).onInput(address[name]);
        }}
        onByHand={hints.keep}
      />
      <TextField
        field={form.field('street2')}
        label={words.unit}
        optional={texts.optional}
        input={{ autocomplete: 'address-line2' }}
      />
      <TextField field={form.field('city')} label={words.city} input={{ autocomplete: 'address-level2' }} />
      <div class="two">
        <SelectField
          field={form.field('state')}
          label={words.state}
          none={texts.choose}
          autocomplete="address-level1"
          choices={statesIn[texts.language]}
        />
        <TextField
          field={form.field('postalCode')}
          label={words.postalCode}
          shape={(typed) => onlyDigits(typed, 5)}
          input={{ autocomplete: 'postal-code', inputMode: 'numeric', maxLength: 5 }}
        />
      </div>
      <OtherState
        postalCode={form.values.postalCode}
        chosen={form.values.state}
        place={hints.place}
        onTake={(state) => form.field('state').onInput(state)}
      />
      {choosesPassword && (
        <TextField
          field={form.field('password')}
          label={words.password}
          hint={words.passwordHint(passwordLengthMin)}
          input={{ type: 'password', autocomplete: 'new-password' }}
        />
      )}
      <Consent field={form.field('optInMarketing')} label={words.marketing(view.brand.name)}>
        <p class="tag">{words.marketingTag}</p>
      </Consent>
    </Screen>
  );
}

function check(values: Values, words: LaterTexts['profile'], choosesPassword: boolean): Partial<Values> {
  const { wrong } = words;
  const found: Partial<Values> = {};
  if (checkName(values.firstName) !== 'ok') found.firstName = wrong.firstName;
  if (checkName(values.lastName) !== 'ok') found.lastName = wrong.lastName;
  if (checkMobile(values.mobilePhone) !== 'ok') found.mobilePhone = wrong.mobilePhone;
  const street = checkStreet(values.street1);
  if (street !== 'ok') found.street1 = street === 'mailbox' ? wrong.poBox : wrong.street1;
  if (!values.city.trim()) found.city = wrong.city;
  if (!values.state) found.state = wrong.state;
  if (checkPostalCode(values.postalCode) !== 'ok') found.postalCode = wrong.postalCode;
  if (choosesPassword && values.password.length < passwordLengthMin) found.password = wrong.password(passwordLengthMin);
  return found;
}
