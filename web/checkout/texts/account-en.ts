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

  questions: {
    title: 'Five questions about you',
    lead: 'They help us make sure that it is you who applies. Nobody else should know the answers.',
    againTitle: 'Let us try once more',
    againLead: {
      failed: 'Those answers did not match what is on record. There are other questions.',
      expired: 'The time was over before your answers came. There are other questions.',
    },
    facts: [
      {
        title: 'You have five minutes',
        text: 'The time begins when you press the button. It goes on if you close this window.',
      },
      {
        title: 'You send your answers once',
        text: 'Choose one answer for each question, then send them all together.',
      },
      { title: '“None of the above” can be right', text: 'Some questions are about things you never had.' },
    ],
    lastTime: 'If it does not work out',
    lastTimeLead: 'Your application is not lost: we then ask you for documents instead.',
    begin: 'Show me the questions',
    beginAgain: 'Show me other questions',
    askTitle: 'Your five questions',
    askLead: 'Choose one answer each. Your answers are sent once, all together.',
    of: (at: number, of: number) => `${at} of ${of}`,
    number: (at: number) => `question ${at}`,
    missing: 'Choose one answer.',
    send: 'Send my answers',
    timeLeft: (seconds: number) => `${inWords(seconds)} left`,
  },
  documents: {
    title: 'One more step: show us that it is you',
    lead: 'We could not make sure of it with what you told us. That happens, and it is no decision on your application.',
    accepted:
      'Each is a photo (JPEG or PNG) or a PDF of up to 8 MB. Everything on it can be read, and nothing is cut off.',
    kinds: {
      id_front: { name: 'Photo ID, front', hint: 'A driver’s license, an ID card or the photo page of a passport.' },
      id_back: { name: 'Photo ID, back', hint: 'If yours has a back. A passport has none.' },
      address: {
        name: 'Proof of address',
        hint: 'A bill or a bank statement of the last 60 days, with your name and address.',
      },
    },
    optional: 'optional',
    photo: 'Take a photo',
    file: 'Choose a file',
    replace: 'Replace',
    remove: 'Remove',
    reading: 'Reading the file…',
    sending: (size: string) => `Sending, ${size}…`,
    added: (type: string, size: string) => `Added: ${type}, ${size}`,
    wrong: {
      type: 'This is no photo (JPEG or PNG) and no PDF. Choose another file.',
      tooLarge: 'This file is larger than 8 MB. Choose a smaller one.',
      unreadable: 'This file can’t be read on this device. Choose another one.',
      notSent: 'It could not be sent. Check your connection and try again.',
    },
    missing: {
      id_front: 'Add the front of your photo ID.',
      address: 'Add your proof of address.',
    },
    privacy: 'Kept encrypted, and opened only to make sure that it is you. Please do not send documents by e-mail.',
    otherDevice: (email: string) =>
      `No camera here? The message to ${email} has a link that opens this page on your phone.`,
    handIn: 'Hand in my documents',
    next: 'What happens next',
    steps: (email: string, store: string) => [
      {
        title: 'We look at them',
        text: `If they can be checked at once, your answer is here at once. Otherwise a person looks, and we write to ${email}, usually within one business day.`,
      },
      { title: 'You have 30 days', text: 'What you add is kept until you hand it in, also on another device.' },
      { title: 'Then you go on', text: `Press the payment button at ${store} again. What you typed is kept.` },
    ],
    handedIn: {
      title: 'We have your documents',
      lead: 'A person looks at them. Nothing more is needed from you now.',
      what: 'What you handed in',
      line: (type: string, size: string, day: string) => `${type}, ${size}, added ${day}`,
      steps: (email: string, store: string) => [
        { title: 'A person looks at them', text: 'Usually within one business day.' },
        { title: 'We write to you', text: `The answer goes to ${email}. You can also open this page again.` },
        { title: 'Then you go on', text: `Press the payment button at ${store} again. What you typed is kept.` },
      ],
    },
  },

  account: {
    title: 'Your account',
    devices: 'Where you are logged in',
    /** As the server names it, such as `Chrome on Windows`. */
    device: (name: string) => name,
    thisDevice: 'This device',
    since: (when: string) => `Since ${when}`,
    everywhere: 'Log out everywhere',
    everywhereLead: 'You are logged out here too. Your bag and your application stay as they are.',
    elsewhere: 'Continue on another device',
    elsewhereLead: 'Open a link there, log in, and stand where you stopped.',
    byCode: 'Show a code for my phone’s camera',
    code: { title: 'Point your phone’s camera at the code', picture: 'Code with the link for your phone’s camera' },
    oneDevice: 'The link works on the first device that opens it.',
    byEmail: 'E-mail me the link',
    bySms: (last4: string) => `Text it to the number that ends in ${last4}`,
    onItsWay: 'The link is on its way',
    address: 'It leads here:',
    password: 'Change your password',
    choose: 'Choose a password',
    current: 'Current password',
    missing: 'Type your current password.',
    change: 'Change the password',
    changed: 'Your password is changed',
    changedLead: 'Every other device was logged out.',
  },
};

function inWords(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  const parts = [
    ...(minutes > 0 ? [minutes === 1 ? '1 minute' : `${minutes} minutes`] : []),
    ...(rest > 0 || minutes === 0 ? [rest === 1 ? '1 second' : `${rest} seconds`] : []),
  ];
  return parts.join(' ');
}

export type AccountTexts = typeof accountEn;
