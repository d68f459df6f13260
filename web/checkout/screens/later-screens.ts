import type { FunctionComponent } from 'preact';
import type { Step } from '#contract/modal/view.ts';
import { AgreementScreen } from './agreement.tsx';
import { BankScreen } from './bank.tsx';
import { DecisionScreen } from './decision.tsx';
import { DoneScreen } from './done.tsx';
import { ForgotScreen, NewPasswordScreen, PasswordChangedScreen, ResetCodeScreen } from './forgot.tsx';
import { PasscodeScreen } from './passcode.tsx';
import { PasswordScreen } from './password.tsx';
import { PaymentScreen } from './payment.tsx';
import { PersonalScreen } from './personal.tsx';
import { ProfileScreen } from './profile.tsx';
import { QuestionsScreen } from './questions.tsx';
import { ReviewScreen } from './review.tsx';
import { WaitingScreen } from './waiting.tsx';
import '#web/ui/money.css';

/** Every screen after the first, by the server's step. Reading the agreement and signing it are one screen. */
export const laterScreens: Record<Exclude<Step, 'email'>, FunctionComponent> = {
  password: PasswordScreen,
  passcode: PasscodeScreen,
  forgot: ForgotScreen,
  'reset-code': ResetCodeScreen,
  'new-password': NewPasswordScreen,
  'password-changed': PasswordChangedScreen,
  profile: ProfileScreen,
  personal: PersonalScreen,
  bank: BankScreen,
  waiting: WaitingScreen,
  questions: QuestionsScreen,
  decision: DecisionScreen,
  review: ReviewScreen,
  agreement: AgreementScreen,
  signature: AgreementScreen,
  payment: PaymentScreen,
  done: DoneScreen,
};
