import { passwordLengthMin, passwordRulesBroken } from '#core/application/password.ts';
import { Icon } from '#web/ui/icon.tsx';
import { type FieldState, TextField } from '#web/ui/text-field.tsx';
import { useTexts } from './later-texts.ts';
import type { AccountTexts } from './texts/account-en.ts';

/** A new password with its rules in sight; each is ticked off as it is met. */
export function NewPasswordField({ field, email }: { field: FieldState; email: string }) {
  const words = useTexts().newPassword;
  const broken = passwordRulesBroken(field.value, email);
  return (
    <div class="stack-2">
      <TextField field={field} label={words.label} input={{ type: 'password', autocomplete: 'new-password' }} />
      <ul class="rules" aria-label={words.rulesLabel}>
        {(['length', 'notTheAddress'] as const).map((rule) => {
          const met = !broken.includes(rule);
          return (
            <li key={rule} class={met ? 'met' : ''}>
              <Icon name={met ? 'check' : 'dot'} />
              <span>
                {ruleText(rule, words)} <span class="sr">{met ? words.met : words.notMet}</span>
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

type Words = AccountTexts['newPassword'];

const ruleText = (rule: 'length' | 'notTheAddress', words: Words): string =>
  rule === 'length' ? words.rules.length(passwordLengthMin) : words.rules.notTheAddress;

/** The sentence beside the field when somebody tries to go on too early. */
export function missingInPassword(newPassword: string, email: string, words: Words): { newPassword?: string } {
  const [broken] = passwordRulesBroken(newPassword, email);
  if (broken === undefined) return {};
  return { newPassword: broken === 'length' ? words.tooShort(passwordLengthMin) : words.isTheAddress };
}
