/// <reference types="vite/client" />
import { useState } from 'preact/hooks';
import type { Address } from '#contract/modal/calls.ts';
import { type FieldState, TextField } from '#web/ui/text-field.tsx';
import { useTexts } from './later-texts.ts';
import './street-field.css';

/**
 * The street, with suggestions below it: a combobox whose list is chosen from with the arrows or a finger. It suggests while
 * the field has the focus and never changes what is typed by itself; the last choice keeps it.
 */
export function StreetField(props: {
  field: FieldState;
  suggestions: readonly Address[];
  onChosen(address: Address): void;
  onByHand(): void;
}) {
  const { field, suggestions } = props;
  const words = useTexts().profile;
  const [hasFocus, setFocus] = useState(false);
  const [at, setAt] = useState(-1);
  const isOpen = hasFocus && suggestions.length > 0;
  const choices = suggestions.map((one) => ({ label: labelOf(one), take: () => props.onChosen(one) }));
  choices.push({ label: words.byHand, take: props.onByHand });
  const take = (index: number) => {
    choices[index]?.take();
    setAt(-1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setAt((at + step + choices.length + (at < 0 && step < 0 ? 1 : 0)) % choices.length);
    else if (event.key === 'Enter' && at >= 0) take(at);
    else if (event.key === 'Escape') take(choices.length - 1);
    else return;
    // Escape would close the checkout, and Enter send the screen.
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="suggesting">
      <TextField
        field={{
          ...field,
          onInput: (text) => {
            setAt(-1);
            field.onInput(text);
          },
          onLeave: () => {
            setFocus(false);
            setAt(-1);
            field.onLeave();
          },
        }}
        label={words.street}
        hint={words.streetHint}
        input={{
          autocomplete: 'address-line1',
          role: 'combobox',
          'aria-autocomplete': 'list',
          'aria-expanded': isOpen,
          'aria-controls': isOpen ? 'street-choices' : undefined,
          'aria-activedescendant': isOpen && at >= 0 ? `street-choice-${at}` : undefined,
          onFocus: () => setFocus(true),
          onKeyDown,
        }}
      />
      <p class="sr" role="status">
        {isOpen ? words.suggested(suggestions.length) : ''}
      </p>
      {isOpen && (
        <div class="suggested" id="street-choices" role="listbox" aria-label={words.suggestions}>
          {choices.map(({ label }, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field keeps the focus and hears the keys.
            <div
              key={label}
              tabIndex={-1}
              id={`street-choice-${index}`}
              role="option"
              aria-selected={index === at}
              // The field keeps the focus, so that the list is there until the finger is up.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(index)}
            >
              {label}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

const labelOf = ({ street1, street2, city, state, postalCode }: Address): string =>
  [street1, street2, city, [state, postalCode].filter(Boolean).join(' ')].filter(Boolean).join(', ');
