/** The longer texts that open over a screen. They load when somebody asks for them. */
export const panelsEn = {
  help: {
    title: 'Help',
    parts: [
      {
        heading: 'How does leasing to own work?',
        text: [
          'You choose things in the store. We buy them and lease them to you. You make regular payments and use the things from the day they arrive.',
          'They are yours after the last payment, or sooner if you buy early. You may also return them at any time and owe nothing for the time after that.',
        ],
      },
      {
        heading: 'What does it cost?',
        text: [
          'Before you sign you see the payment, the number of payments, the cash price and the total of payments together. The total is higher than the cash price: the difference pays for lease services.',
        ],
      },
      {
        heading: 'Why do you ask for my SSN or ITIN and my bank account?',
        text: [
          'The number lets us check that you are you and decide on your application. The account is where your payments come from; we may ask your bank or an agency about it before we decide. Both are stored encrypted, and nobody sees more than the last four digits.',
        ],
      },
      {
        heading: 'Can I stop and come back?',
        text: [
          'Yes. Close the window at any time. Press the payment button again on the same device and you continue where you stopped.',
        ],
      },
      {
        heading: 'What if I am not approved?',
        text: ['You get the main reasons and your rights in writing. Nothing is charged and your bag stays as it is.'],
      },
    ],
  },
  terms: {
    title: 'Terms of use',
    parts: [
      {
        heading: 'What this window is for',
        text: [
          'You use it to apply for a lease, to read and sign your agreement, and to make the first payment. Only the agreement you sign sets what you pay.',
        ],
      },
      {
        heading: 'What you tell us',
        text: [
          'Please give true and complete answers about yourself. Apply in your own name and with your own account.',
        ],
      },
      {
        heading: 'Electronic documents',
        text: [
          'You may have every document on paper, free of charge. You may withdraw your consent to electronic documents at any time; what you signed before stays valid.',
        ],
      },
      {
        heading: 'Your rights',
        text: ['Nothing here takes away a right that the law of your state gives you.'],
      },
    ],
  },
  privacy: {
    title: 'Privacy notice',
    parts: [
      {
        heading: 'What we collect',
        text: [
          'What you type here, the order the store sends us, the answers of the agencies and the bank you allow us to ask, and technical data such as the address of your device.',
        ],
      },
      {
        heading: 'Why',
        text: [
          'To check who you are, to decide, to make and keep your agreement, to take payments, and to do what the law asks of us. We do not sell it.',
        ],
      },
      {
        heading: 'Who sees it',
        text: [
          'The store sees your name, your delivery address and your order. Your SSN or ITIN, your income and your account are never shown to a store.',
        ],
      },
      {
        heading: 'How long, and what you can ask',
        text: [
          'We keep agreements for the time the law sets and erase sensitive numbers of declined applications early. You can ask for a copy, a correction, or an erasure where the law allows it.',
        ],
      },
    ],
  },
  accessibility: {
    title: 'Accessibility',
    parts: [
      {
        heading: 'Made for everybody',
        text: [
          'Every screen works with the keyboard alone and with a screen reader, at 200 % zoom, on a phone, in the dark and without motion.',
        ],
      },
      {
        heading: 'Keys',
        text: ['Tab and Shift Tab move. Space ticks. Enter continues. Escape goes back from a text, or asks to close.'],
      },
      {
        heading: 'Something does not work for you?',
        text: ['Please tell us. A person helps you through the application, on the phone if you like.'],
      },
    ],
  },
  permission: {
    title: 'Permission to get reports',
    parts: [
      {
        heading: 'What you allow',
        text: [
          'You ask us for a lease. For that, you allow us to get reports about you from consumer reporting agencies, identity services and agencies that know bank accounts, and to ask your bank about the account you give us, once for this application and again for as long as a lease with us is open.',
        ],
      },
      {
        heading: 'What the reports say',
        text: [
          'Who you are and where you live, whose your bank account is, how it has been kept and what pay arrives in it, and other applications like this one. We use them to check your identity and to decide.',
        ],
      },
      {
        heading: 'Your rights',
        text: [
          'If a report leads us to decline or to set a lower limit, you get a notice that names the agency. You can have your report free of charge within 60 days and dispute what is wrong in it.',
        ],
      },
    ],
  },
};

export type PanelTexts = typeof panelsEn;
export type PanelName = keyof PanelTexts;
