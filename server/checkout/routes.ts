import type { TSchema } from 'typebox';
import * as bodies from '#contract/modal/bodies.ts';
import type { Opened } from '#contract/modal/calls.ts';
import { documentBytesMax } from '#core/application/documents.ts';
import type { Route } from '#server/http/route.ts';
import { agreementPdf } from './agreement-pdf.ts';
import { answerQuestions, startQuestions } from './answer-questions.ts';
import { chooseFrequency } from './choose-frequency.ts';
import { chooseLanguage } from './choose-language.ts';
import { closeSession } from './close-session.ts';
import { continueElsewhere } from './continue-elsewhere.ts';
import { deviceCookie } from './device-cookie.ts';
import { findUnheard } from './find-unheard.ts';
import { forgetCustomer } from './forget-customer.ts';
import { forgotPassword, giveResetCode, sendResetCode } from './forgot-password.ts';
import { giveBank } from './give-bank.ts';
import { cardKey, giveCard, useAccount } from './give-card.ts';
import { giveEmail } from './give-email.ts';
import { giveLoginCode } from './give-login-code.ts';
import { givePassword } from './give-password.ts';
import { givePersonal } from './give-personal.ts';
import { giveProfile } from './give-profile.ts';
import { goBack } from './go-back.ts';
import { goToReview } from './go-to-review.ts';
import { giveDocument, handInDocuments, haveThemChecked, knowsShopper, removeDocument } from './hand-in-documents.ts';
import { besideSession, inSession } from './in-session.ts';
import { makeAgreement } from './make-agreement.ts';
import { look } from './move-on.ts';
import { myAccount, signOutEverywhere } from './my-account.ts';
import { nameBank } from './name-bank.ts';
import { changePassword, goOn, resetPassword } from './new-password.ts';
import { openLink } from './open-link.ts';
import { openSession } from './open-session.ts';
import { pageHeard } from './page-heard.ts';
import { payFirstPayment } from './pay-first-payment.ts';
import { rememberLanguage } from './remember-language.ts';
import { sendLoginCode } from './send-login-code.ts';
import { sendSignatureCode } from './send-signature-code.ts';
import { signAgreement } from './sign-agreement.ts';
import { suggestAddress } from './suggest-address.ts';

const login = ['password', 'passcode'] as const;
const reset = ['forgot', 'reset-code'] as const;
const unknown = [...login, ...reset, 'email', 'new-password', 'profile'] as const;
const signing = ['agreement', 'signature'] as const;

/** A file in base64, and what stands around it. */
const documentBodyMax = Math.ceil(documentBytesMax / 3) * 4 + 1_024;

export const routes: Route[] = [
  {
    ...call('open', bodies.openBody, openSession),
    cookie: (opened) => deviceCookie(opened as Opened),
  },
  {
    ...call('open-link', bodies.openLinkBody, openLink),
    cookie: (opened) => deviceCookie(opened as Opened),
  },
  call('unheard', bodies.unheardBody, findUnheard),
  call('view', bodies.nothingBody, inSession(look, { waits: true })),
  call('language', bodies.languageBody, inSession(chooseLanguage)),
  call('email', bodies.emailBody, inSession(giveEmail, { at: unknown }), 'modalEmail'),
  call(
    'password',
    bodies.passwordBody,
    inSession(givePassword, { at: login, afterwards: rememberLanguage }),
    'modalLogin',
  ),
  call('passcode-send', bodies.passcodeSendBody, inSession(sendLoginCode, { at: login }), 'modalLogin'),
  call(
    'passcode',
    bodies.passcodeBody,
    inSession(giveLoginCode, { at: login, afterwards: rememberLanguage }),
    'modalLogin',
  ),
  call('forgot', bodies.nothingBody, inSession(forgotPassword, { at: login })),
  call('reset-send', bodies.passcodeSendBody, inSession(sendResetCode, { at: reset }), 'modalLogin'),
  call('reset-code', bodies.resetCodeBody, inSession(giveResetCode, { at: ['reset-code'] }), 'modalLogin'),
  call(
    'new-password',
    bodies.newPasswordBody,
    inSession(resetPassword, { at: ['new-password'], afterwards: rememberLanguage }),
    'modalLogin',
  ),
  call('go-on', bodies.nothingBody, inSession(goOn, { at: ['password-changed'] })),
  call('account', bodies.nothingBody, besideSession(myAccount)),
  call('change-password', bodies.changePasswordBody, inSession(changePassword), 'modalLogin'),
  call('continue-elsewhere', bodies.elsewhereBody, besideSession(continueElsewhere), 'modalLogin'),
  call('sign-out-everywhere', bodies.nothingBody, inSession(signOutEverywhere)),
  call('forget', bodies.nothingBody, inSession(forgetCustomer)),
  call('address', bodies.addressBody, besideSession(suggestAddress), 'modalAddress'),
  call('profile', bodies.profileBody, inSession(giveProfile, { at: ['profile'] })),
  call('personal', bodies.personalBody, inSession(givePersonal, { at: ['personal'] })),
  call('bank', bodies.bankBody, inSession(giveBank, { at: ['bank'], waits: true })),
  call('questions-start', bodies.nothingBody, inSession(startQuestions, { at: ['questions'], afterwards: look })),
  call(
    'answers',
    bodies.answersBody,
    inSession(answerQuestions, { at: ['questions'], afterwards: look, waits: true }),
    'verifyAnswers',
  ),
  { ...call('bank-name', bodies.bankNameBody, besideSession(nameBank), 'modalRouting'), limitBy: 'session' },
  {
    ...call('document', bodies.documentBody, inSession(giveDocument, { at: ['decision'] }), 'modalDocument'),
    limitBy: 'session',
    knows: knowsShopper,
    bodyBytesMax: documentBodyMax,
  },
  call('document-remove', bodies.documentRemoveBody, inSession(removeDocument, { at: ['decision'] })),
  call(
    'documents-hand-in',
    bodies.nothingBody,
    inSession(handInDocuments, { at: ['decision'], afterwards: haveThemChecked }),
  ),
  call('review', bodies.nothingBody, inSession(goToReview, { at: ['decision'] })),
  call('frequency', bodies.frequencyBody, inSession(chooseFrequency, { at: ['review'] })),
  call('agreement', bodies.nothingBody, inSession(makeAgreement, { at: ['review'] })),
  call('agreement-pdf', bodies.nothingBody, besideSession(agreementPdf)),
  call('code-send', bodies.nothingBody, inSession(sendSignatureCode, { at: signing })),
  call('signature', bodies.signatureBody, inSession(signAgreement, { at: signing })),
  call('card-key', bodies.nothingBody, besideSession(cardKey), 'modalLogin'),
  call('card', bodies.cardBody, inSession(giveCard, { at: ['payment'] })),
  call('use-account', bodies.nothingBody, inSession(useAccount, { at: ['payment'] })),
  call('pay', bodies.payBody, inSession(payFirstPayment, { at: ['payment'] })),
  call('back', bodies.backBody, inSession(goBack)),
  call('heard', bodies.nothingBody, inSession(pageHeard, { at: ['done'] })),
  call('close', bodies.nothingBody, inSession(closeSession)),
];

/** One call of the frame; whose session it is stands in a header that only the frame has. */
function call(name: string, body: TSchema, verb: Route['verb'], limit?: Route['limit']): Route {
  return {
    operation: `modal-${name}`,
    methods: ['POST'],
    paths: [`/modal/api/${name}`],
    who: 'anybody',
    body,
    verb,
    ...(limit === undefined ? {} : { limit }),
  };
}
