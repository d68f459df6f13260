import { useState } from 'preact/hooks';
import { ActionButton } from '../../ui/action-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Piece, State } from './piece.tsx';

/** Every look of a button; the last one can be pressed to see it work. */
export function ButtonPieces() {
  const [busy, setBusy] = useState(false);
  return (
    <>
      <Piece file="action-button.tsx" title="Buttons" broad>
        <div class="states">
          <State name="The action">
            <ActionButton>Continue</ActionButton>
          </State>
          <State name="Quiet, beside it">
            <ActionButton kind="quiet">Back to the store</ActionButton>
          </State>
          <State name="Plain, another way">
            <ActionButton kind="plain">Use a one-time code instead</ActionButton>
          </State>
          <State name="Not complete yet: pressing it says what is missing">
            <ActionButton waiting>Continue</ActionButton>
          </State>
          <State name="Busy: a second press does nothing">
            <ActionButton busy>Continue</ActionButton>
          </State>
          <State name="Quiet and busy">
            <ActionButton kind="quiet" busy>
              A day later
            </ActionButton>
          </State>
          <State name="Small, for tools">
            <ActionButton kind="quiet" small>
              A week later
            </ActionButton>
          </State>
          <State name="Press it to see it work">
            <ActionButton kind="quiet" small busy={busy} onPress={() => setBusy(true)}>
              {busy ? 'Working' : 'Work'}
            </ActionButton>
          </State>
        </div>
        <State name="As wide as the sheet">
          <ActionButton wide>Sign the agreement</ActionButton>
        </State>
      </Piece>
      <Piece file="base.css" title="Tools and links" broad>
        <div class="states">
          <State name="Tools of a window">
            <span class="acts">
              <button class="tool" type="button" lang="es">
                Español
              </button>
              <button class="tool" type="button" aria-label="Help">
                <Icon name="help" />
              </button>
              <button class="tool" type="button" aria-label="Close">
                <Icon name="close" />
              </button>
            </span>
          </State>
          <State name="A link in a sentence">
            <p>
              It is written in the <a href="#buttons">agreement</a>.
            </p>
          </State>
        </div>
      </Piece>
    </>
  );
}
