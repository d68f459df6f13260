import type { ComponentChildren } from 'preact';
import { ChoiceField } from '#web/ui/choice-field.tsx';
import { useCheckout } from './checkout-context.ts';
import { useTexts } from './later-texts.ts';
import { Actions, Mistakes, Screen } from './screen.tsx';
import { useForm } from './use-form.ts';
import { WhoLine } from './who-line.tsx';

/** Where a one-time code goes: to the address, or to the masked number where there is one. */
export function CodeChoice(props: {
  verb: 'passcode-send' | 'reset-send';
  words: { title: string; lead: string };
  children?: ComponentChildren;
}) {
  const { view, act } = useCheckout();
  const texts = useTexts();
  const words = texts.passcode;
  const last4 = view.customer?.mobileLast4;
  const form = useForm({
    screen: props.verb,
    start: { transport: 'email' },
    check: () => ({}),
    send: ({ transport }) => act(props.verb, { transport: transport === 'sms' ? 'sms' : 'email' }),
  });
  const choices = [{ value: 'email', name: words.email(view.customer?.email ?? '') }];
  if (last4) choices.push({ value: 'sms', name: words.sms(last4) });

  return (
    <Screen
      title={props.words.title}
      lead={props.words.lead}
      onSubmit={form.submit}
      foot={<Actions form={form}>{words.send}</Actions>}
    >
      <WhoLine />
      <Mistakes form={form} names={{}} />
      <ChoiceField
        field={form.field('transport')}
        legend={<span class="sr">{props.words.lead}</span>}
        choices={choices}
      />
      {props.children}
    </Screen>
  );
}
