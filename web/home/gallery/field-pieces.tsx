import { useState } from 'preact/hooks';
import { AmountsInBold } from '../../ui/amounts-in-bold.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { Consent } from '../../ui/consent.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { type FieldState, TextField } from '../../ui/text-field.tsx';
import { WrongSay } from '../../ui/wrong-say.tsx';
import { Piece, State } from './piece.tsx';

/** Fields as a form has them: each keeps what is typed, and a wrong one stops being wrong when it is changed. */
export function FieldPieces() {
  return (
    <>
      <Piece file="text-field.tsx" title="Text field" broad>
        <div class="states wide-states">
          <TextField field={useField('empty')} label="E-mail" input={{ placeholder: 'you@example.com' }} />
          <TextField field={useField('filled', 'maria.delgado@example.com')} label="E-mail, filled in" />
          <TextField
            field={useField('wrong', '084009519', 'We cannot take payments from this bank. Use another account.')}
            label="Routing number"
            hint="Nine digits, at the bottom left of a check"
          />
          <TextField field={useField('found', '110000000')} label="Routing number, recognized" found="Sandbox Bank" />
          <TextField field={useField('unit', '3,150.00')} label="Monthly income before tax" unit="$" />
          <TextField
            field={useField('secret', '666-01-1500')}
            label="SSN or ITIN"
            hint="Dots on the screen; the eye uncovers them"
            secret
            reveal={{ show: 'Show: SSN or ITIN', hide: 'Hide: SSN or ITIN' }}
          />
          <TextField
            field={useField('wrong-secret', '666-01', 'Nine digits are needed.')}
            label="SSN or ITIN, too short"
            secret
            reveal={{ show: 'Show: SSN or ITIN, too short', hide: 'Hide: SSN or ITIN, too short' }}
          />
          <TextField field={useField('optional')} label="Employer" optional="optional" />
        </div>
      </Piece>
      <Piece file="select-field.tsx" title="One of many">
        <div class="stack">
          <SelectField field={useField('state')} label="State" none="Choose" choices={states} />
          <SelectField field={useField('state-chosen', 'OR')} label="State, chosen" none="Choose" choices={states} />
          <SelectField
            field={useField('state-wrong', '', 'Choose the state of your home.')}
            label="State, missing"
            none="Choose"
            choices={states}
          />
        </div>
      </Piece>
      <Piece file="choice-field.tsx" title="One of a few, all of them visible">
        <div class="stack">
          <ChoiceField field={useField('rhythm', 'weekly')} legend="How often you pay" choices={rhythms} />
          <ChoiceField
            field={useField('rhythm-wrong', '', 'Choose how often you are paid.')}
            legend="How often are you paid?"
            choices={[
              { value: 'weekly', name: 'Every week' },
              { value: 'monthly', name: 'Once a month' },
            ]}
          />
        </div>
      </Piece>
      <Piece file="consent.tsx" title="Consent: its own box, never ticked for anybody" broad>
        <div class="states wide-states">
          <Consent field={useField('offers')} label="FlexPay may write to me about offers.">
            <p class="tag">Optional. You can say no and lease all the same.</p>
          </Consent>
          <Consent
            field={useField('total', 'yes')}
            label={<AmountsInBold text="I understand that I pay $210.00 in total if I make all 52 payments." />}
          />
          <Consent
            field={useField('permission', '', 'Without your permission we cannot decide.')}
            label="I allow FlexPay to get reports about me for this application."
          />
        </div>
      </Piece>
      <Piece file="wrong-say.tsx" title="What needs another look">
        <State name="Under a field">
          <WrongSay id="say" text="February 1991 had 28 days. Check the day." />
        </State>
      </Piece>
      <Piece file="form.css" title="Two in a row">
        <div class="two">
          <TextField field={useField('first', 'Maria')} label="First name" />
          <TextField field={useField('last', 'Delgado')} label="Last name" />
        </div>
      </Piece>
    </>
  );
}

function useField(id: string, start = '', error?: string): FieldState {
  const [value, setValue] = useState(start);
  return { id, value, error: value === start ? error : undefined, onInput: setValue, onLeave: () => {} };
}

const states = [
  { value: 'CA', name: 'California' },
  { value: 'OR', name: 'Oregon' },
  { value: 'TX', name: 'Texas' },
];

const rhythms = [
  { value: 'weekly', name: 'Every week', under: '52 payments of $4.04, $210.00 in total' },
  { value: 'monthly', name: 'Once a month', under: '12 payments of $17.50, $210.00 in total' },
];
