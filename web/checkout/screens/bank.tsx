/// <reference types="vite/client" />
import { useEffect, useState } from 'preact/hooks';
import type { BankName } from '#contract/modal/view.ts';
import { checkAccountNumber, checkRoutingNumber, routingVerdict } from '#core/application/routing-number.ts';
import { ChoiceField } from '#web/ui/choice-field.tsx';
import { Note } from '#web/ui/note.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { useCheckout } from '../checkout-context.ts';
import { onlyDigits } from '../field-shapes.ts';
import { useTexts } from '../later-texts.ts';
import { Actions, Mistakes, Screen } from '../screen.tsx';
import { useForm } from '../use-form.ts';
import './bank.css';

type Values = Record<'routingNumber' | 'accountNumber' | 'accountNumberAgain' | 'accountType', string>;

/** The account that payments come from. Giving it authorizes nothing: that is a text of its own, before the first debit. */
export function BankScreen() {
  const { view, act, ask } = useCheckout();
  const texts = useTexts();
  const words = texts.bank;
  const draft = view.draft.bank;
  // With a limit in hand this screen only changes the account.
  const isDecided = view.decision?.status === 'approved';
  const [looked, setLooked] = useState<{ number: string; bank: BankName } | null>(null);
  const answerFor = (routingNumber: string) => (looked?.number === routingNumber ? looked.bank : null);

  const check = (values: Values): Partial<Values> => {
    const found: Partial<Values> = {};
    const verdict = routingVerdict(values.routingNumber, { sandbox: view.sandbox });
    const reason = verdict === 'ok' ? answerFor(values.routingNumber)?.reason : verdict;
    if (reason) found.routingNumber = words.wrong[reason];
    const keepsAccount = draft && !values.accountNumber && !values.accountNumberAgain;
    if (!keepsAccount && checkAccountNumber(values.accountNumber) !== 'ok')
      found.accountNumber = words.wrong.accountNumber;
    if (values.accountNumberAgain !== values.accountNumber) found.accountNumberAgain = words.wrong.accountNumberAgain;
    if (!values.accountType) found.accountType = words.wrong.accountType;
    return found;
  };
  const form = useForm<keyof Values>({
    screen: 'bank',
    start: {
      routingNumber: draft?.routingNumber ?? '',
      accountNumber: '',
      accountNumberAgain: '',
      accountType: draft?.accountType ?? '',
    },
    secrets: ['accountNumber', 'accountNumberAgain'],
    check,
    send: ({ routingNumber, accountNumber, accountNumberAgain, accountType }) =>
      act('bank', {
        routingNumber,
        ...(accountNumber && { accountNumber, accountNumberAgain }),
        accountType: accountType === 'savings' ? 'savings' : 'checking',
      }),
  });

  const { routingNumber } = form.values;
  useEffect(() => {
    if (checkRoutingNumber(routingNumber) !== 'ok' || answerFor(routingNumber)) return;
    void ask('bank-name', { routingNumber }).then((answer) => {
      if (answer.ok) setLooked({ number: routingNumber, bank: answer.data });
    });
  }, [routingNumber]);
  // A bank we cannot take is said at the ninth digit, not when the field is left.
  const refusedBank = routingNumber.length === 9 ? check(form.values).routingNumber : undefined;
  const routing = form.field('routingNumber');

  const account = (name: 'accountNumber' | 'accountNumberAgain', label: string) => (
    <TextField
      field={form.field(name)}
      label={label}
      secret
      shape={(typed) => onlyDigits(typed, 17)}
      input={{ inputMode: 'numeric', placeholder: draft ? `•••• ${draft.accountLast4}` : undefined }}
    />
  );
  return (
    <Screen
      title={words.title}
      onSubmit={form.submit}
      foot={<Actions form={form}>{isDecided ? texts.continue : words.submit}</Actions>}
    >
      <Mistakes
        form={form}
        names={{
          routingNumber: words.routing,
          accountNumber: words.account,
          accountNumberAgain: words.accountAgain,
          accountType: words.type,
        }}
      />
      <CheckPicture />
      <TextField
        field={refusedBank ? { ...routing, error: refusedBank } : routing}
        label={words.routing}
        shape={(typed) => onlyDigits(typed, 9)}
        found={answerFor(routingNumber)?.bankName}
        input={{ inputMode: 'numeric', maxLength: 9 }}
      />
      {draft && <p class="hint">{words.onFile(draft.accountLast4)}</p>}
      <div class="two">
        {account('accountNumber', words.account)}
        {account('accountNumberAgain', words.accountAgain)}
      </div>
      <ChoiceField
        field={form.field('accountType')}
        legend={words.type}
        choices={(['checking', 'savings'] as const).map((value) => ({ value, name: words.types[value] }))}
      />
      <Note icon="info" title={words.nothingYet}>
        {words.nothingYetLead}
      </Note>
    </Screen>
  );
}

/** Where the two numbers stand on a check; the one that is being typed is marked. */
function CheckPicture() {
  const texts = useTexts();
  const words = texts.bank;
  const [at, setAt] = useState('');
  useEffect(() => {
    const follow = () => setAt(document.activeElement?.id ?? '');
    document.addEventListener('focusin', follow);
    return () => document.removeEventListener('focusin', follow);
  }, []);
  return (
    <div class="check">
      <svg viewBox="0 0 330 86" role="img" aria-label={words.picture}>
        <path class="faint" d="M8 12h120M8 26h74M232 20h90" />
        <g class={at === 'routingNumber' ? 'on' : ''}>
          <text class="no" x="8" y="54">
            123456780
          </text>
          <path d="M8 63h92" />
          <text x="8" y="80">
            {words.routing}
          </text>
        </g>
        <g class={at.startsWith('accountNumber') ? 'on' : ''}>
          <text class="no" x="124" y="54">
            000123456789
          </text>
          <path d="M124 63h122" />
          <text x="124" y="80">
            {words.account}
          </text>
        </g>
        <text class="no" x="282" y="54">
          0101
        </text>
      </svg>
    </div>
  );
}
