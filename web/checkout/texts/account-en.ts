/** The words around passwords and the customer's own account, in English. Another language is another object of the type `AccountTexts`. */
export const accountEn = {
  who: { account: 'Your account' },

  forgot: {
    link: 'Forgot your password?',
    title: 'Choose a new password',
    lead: 'A code proves that it is you. Where shall we send it?',
  },
  resetCode: {
    title: 'Type your code',
    lead: 'We sent you six digits. They work for five minutes.',
    another: 'No code? Choose another way',
  },
  newPassword: {
    title: 'Your new password',
    lead: 'The old one stops working, and every other device is logged out.',
    label: 'New password',
    rulesLabel: 'What it has to be',
    rules: {
      length: (length: number) => `At least ${length} characters`,
      notTheAddress: 'Not your e-mail address',
    },
    met: '(done)',
    notMet: '(not yet)',
    tooShort: (length: number) => `Choose a password of at least ${length} characters.`,
    isTheAddress: 'Your e-mail address is no password.',
    save: 'Save the password',
  },
  passwordChanged: {
    title: 'Your password is changed',
    lead: 'You are logged in here with the new one.',
    devices: 'Every other device is logged out',
    devicesLead: 'The old password works nowhere any more.',
    mail: 'We wrote to you',
    mailLead: (email: string) => `A note about the change went to ${email}.`,
  },

  account: {
    title: 'Your account',
    devices: 'Where you are logged in',
    thisDevice: 'This device',
    since: (when: string) => `Since ${when}`,
    everywhere: 'Log out everywhere',
    everywhereLead: 'This device too. Your bag and your application stay as they are.',
    password: 'Change your password',
    choose: 'Choose a password',
    current: 'Current password',
    missing: 'Type your current password.',
    change: 'Change the password',
    changed: 'Your password is changed',
    changedLead: 'Every other device was logged out.',
  },
};

export type AccountTexts = typeof accountEn;
