import { useEffect } from 'preact/hooks';
import { Mark } from '#web/ui/mark.tsx';
import { Note } from '#web/ui/note.tsx';
import { useCheckout } from '../checkout-context.ts';
import { useTexts } from '../later-texts.ts';
import { Screen } from '../screen.tsx';

const lookAgainMs = 1_500;

/** The application is being read. The window may be closed: the server goes on by itself. */
export function WaitingScreen() {
  const { view, act } = useCheckout();
  const texts = useTexts();
  const words = texts.waiting;
  const bank = view.draft.bank;
  useEffect(() => {
    let timer = setTimeout(async function look() {
      await act('view', {});
      timer = setTimeout(look, lookAgainMs);
    }, lookAgainMs);
    return () => clearTimeout(timer);
  }, []);

  return (
    <Screen
      title={words.title}
      lead={words.lead}
      eyebrow={false}
      above={
        <div class="wait" role="status" aria-label={words.title}>
          <Mark pulse />
        </div>
      }
    >
      <ol class="line">
        <li class="done">
          <b>{words.identity}</b>
          <p>{words.identityLead}</p>
        </li>
        <li class="done">
          <b>{words.bank}</b>
          {bank && (
            <p>
              {words.bankLead(
                bank.bankName ? `${bank.bankName}, ` : '',
                texts.bank.types[bank.accountType],
                bank.accountLast4,
              )}
            </p>
          )}
        </li>
        <li class="now">
          <b>{words.limit}</b>
          <p>{words.limitLead}</p>
        </li>
      </ol>
      <Note icon="mail" title={words.mayClose}>
        {words.mayCloseLead(view.customer?.email ?? '', view.merchant.name)}
      </Note>
    </Screen>
  );
}
