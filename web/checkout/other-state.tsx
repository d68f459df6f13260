import { useState } from 'preact/hooks';
import type { AddressHints } from '#contract/modal/calls.ts';
import { ActionButton } from '#web/ui/action-button.tsx';
import { Note } from '#web/ui/note.tsx';
import { useCheckout } from './checkout-context.ts';
import { useTexts } from './later-texts.ts';
import { statesIn } from './texts/states.ts';

/** The ZIP code lies in another state than the one chosen. It may be right all the same, and then it stays. */
export function OtherState(props: {
  postalCode: string;
  chosen: string;
  place: AddressHints['place'];
  onTake(state: string): void;
}) {
  const { postalCode, chosen, place } = props;
  const { language } = useCheckout().texts;
  const words = useTexts().profile;
  const [kept, setKept] = useState('');
  const isOther = /^\d{5}$/.test(postalCode) && chosen !== '' && place !== null && place.state !== chosen;
  const name = statesIn[language].find(({ value }) => value === place?.state)?.name;
  return (
    <div role="status">
      {isOther && name && kept !== postalCode + chosen && (
        <Note icon="info" title={words.otherState(postalCode, name)}>
          {words.otherStateLead}
          <span class="stack-2">
            <ActionButton kind="quiet" onPress={() => props.onTake(place.state)}>
              {words.takeState(name)}
            </ActionButton>
            <ActionButton kind="quiet" onPress={() => setKept(postalCode + chosen)}>
              {words.keepState}
            </ActionButton>
          </span>
        </Note>
      )}
    </div>
  );
}
