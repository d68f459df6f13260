import { useEffect, useRef, useState } from 'preact/hooks';
import type { TokenOfCard } from '#contract/modal/card-form.ts';
import type { MagicAnswer } from '#contract/v3/sandbox.ts';
import { cardBrand, isCardNumber } from '#core/payment/card-number.ts';
import { ActionButton } from '#web/ui/action-button.tsx';
import { Note } from '#web/ui/note.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { askForKey, tellCard, tellHeight } from './card-talk.ts';
import { onlyDigits } from './field-shapes.ts';
import type { CardWords } from './texts/card.ts';

type Name = 'number' | 'expires' | 'code' | 'zip';
type Wrong = Partial<Record<Name, string>>;

/**
 * The sandbox's form for a card. As a processor's own form it turns a number into a token and tells the token alone; the
 * number is looked up here among the published test cards, and any other is refused before it goes anywhere.
 */
export function CardForm({ words, today }: { words: CardWords; today: string }) {
  const [values, setValues] = useState<Record<Name, string>>({ number: '', expires: '', code: '', zip: '' });
  const [left, setLeft] = useState<Partial<Record<Name, boolean>>>({});
  const [state, setState] = useState<'typing' | 'busy' | 'failed'>('typing');
  const [notOfTheTable, setNotOfTheTable] = useState('');
  const sheet = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const watch = new ResizeObserver(() => tellHeight(sheet.current!.offsetHeight));
    watch.observe(sheet.current!);
    return () => watch.disconnect();
  }, []);

  const wrong = wrongIn(values, today, words);
  if (values.number !== '' && values.number === notOfTheTable) wrong.number = words.wrong.testOnly;
  const send = async () => {
    setLeft({ number: true, expires: true, code: true, zip: true });
    const first = names.find((name) => wrong[name]);
    if (first !== undefined) return document.getElementById(first)?.focus();
    setState('busy');
    const told = await tokenOf(values);
    if (told === 'not a test card') setNotOfTheTable(values.number);
    setState(told === 'failed' ? 'failed' : 'typing');
    if (typeof told === 'object') tellCard(told);
  };
  const field = (id: Name) => ({
    id,
    value: values[id],
    error: left[id] ? wrong[id] : undefined,
    onInput: (value: string) => setValues((now) => ({ ...now, [id]: value })),
    onLeave: () => values[id] !== '' && setLeft((now) => ({ ...now, [id]: true })),
  });
  return (
    <form
      class="card-form"
      ref={sheet}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (state !== 'busy') void send();
      }}
    >
      {state === 'failed' && <Note tone="wrong" icon="warning" title={words.failed} alert />}
      <TextField
        field={field('number')}
        label={words.number}
        shape={inGroups}
        input={{ inputMode: 'numeric', autocomplete: 'cc-number' }}
      />
      <div class="two">
        <TextField
          field={field('expires')}
          label={words.expires}
          hint={words.expiresHint}
          shape={monthAndYear}
          input={{ inputMode: 'numeric', autocomplete: 'cc-exp' }}
        />
        <TextField
          field={field('code')}
          label={words.code}
          hint={words.codeHint}
          secret
          shape={(typed) => onlyDigits(typed, 4)}
          input={{ inputMode: 'numeric', autocomplete: 'cc-csc' }}
        />
      </div>
      <TextField
        field={field('zip')}
        label={words.zip}
        shape={(typed) => onlyDigits(typed, 5)}
        input={{ inputMode: 'numeric', autocomplete: 'postal-code' }}
      />
      <ActionButton type="submit" wide busy={state === 'busy'}>
        {words.use}
      </ActionButton>
      <p class="hint">{words.nothingYet}</p>
    </form>
  );
}

const names: readonly Name[] = ['number', 'expires', 'code', 'zip'];

function wrongIn(values: Record<Name, string>, today: string, words: CardWords): Wrong {
  const wrong: Wrong = {};
  const number = values.number.replaceAll(' ', '');
  const brand = cardBrand(number);
  if (number.length >= 12 && brand === null) wrong.number = words.wrong.brand;
  else if (!isCardNumber(number)) wrong.number = words.wrong.number;
  const month = monthOf(values.expires);
  if (month === null) wrong.expires = words.wrong.expires;
  else if (month < today.slice(0, 7)) wrong.expires = words.wrong.past;
  if (values.code.length !== (brand === 'american-express' ? 4 : 3)) wrong.code = words.wrong.code;
  if (values.zip.length !== 5) wrong.zip = words.wrong.zip;
  return wrong;
}

/** `09/29` → `2029-09`; null when it is no month. */
function monthOf(expires: string): string | null {
  const [, month = '', year = ''] = /^(0[1-9]|1[0-2])\/(\d\d)$/.exec(expires) ?? [];
  return month === '' ? null : `20${year}-${month}`;
}

async function tokenOf({
  number,
  expires,
  zip,
}: Record<Name, string>): Promise<TokenOfCard | 'not a test card' | 'failed'> {
  const digits = number.replaceAll(' ', '');
  const magic = await answerOf<MagicAnswer>(fetch('/sandbox/magic'));
  if (magic === null) return 'failed';
  const row = magic.find(({ cardNumber }) => cardNumber === digits);
  if (row === undefined) return 'not a test card';
  const childKey = await askForKey();
  if (childKey === null) return 'failed';
  const told = await answerOf<{ token: string }>(
    fetch('/sandbox/card-tokens', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ childKey, card: row.value }),
    }),
  );
  if (told === null) return 'failed';
  return {
    token: told.token,
    cardType: cardBrand(digits)!,
    lastFour: digits.slice(-4),
    firstSix: digits.slice(0, 6),
    expirationDate: monthOf(expires)!,
    billingZip: zip,
  };
}

async function answerOf<T>(call: Promise<Response>): Promise<T | null> {
  try {
    const response = await call;
    return response.ok ? (await response.json()).data : null;
  } catch {
    return null;
  }
}

/** `4111 1111 1111 1111`; American Express `3782 822463 10005`. */
function inGroups(typed: string): string {
  const digits = onlyDigits(typed, 19);
  const groups = /^3[47]/.test(digits) ? /^(\d{1,4})(\d{1,6})?(\d{1,9})?/ : /^(\d{1,4})(\d{1,4})?(\d{1,4})?(\d{1,7})?/;
  return (groups.exec(digits) ?? []).slice(1).filter(Boolean).join(' ');
}

/** `09/29`; a month of one digit gets its zero when the next sign shows that it is one. */
function monthAndYear(typed: string): string {
  const digits = onlyDigits(typed.replace(/^(\d)\//, '0$1').replace(/^[2-9]$/, '0$&'), 4);
  return digits.length > 2 ? `${digits.slice(0, 2)}/${digits.slice(2)}` : digits;
}
