import { useState } from 'preact/hooks';
import { useCheckout } from '../checkout-context.ts';
import { CodeChoice } from '../code-choice.tsx';
import { CodeEntry } from '../code-entry.tsx';
import { useTexts } from '../later-texts.ts';

/** A code was sent: type it, or have another one sent. */
export function PasscodeScreen() {
  const { act } = useCheckout();
  const words = useTexts().passcode;
  const [another, setAnother] = useState(false);
  if (another) return <CodeChoice verb="passcode-send" words={words} />;
  return (
    <CodeEntry
      name="passcode"
      words={{ title: words.enterTitle, lead: words.enterLead }}
      send={(passcode) => act('passcode', { passcode })}
    >
      <button class="link" type="button" onClick={() => setAnother(true)}>
        {words.another}
      </button>
    </CodeEntry>
  );
}
