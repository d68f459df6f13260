import { consentTexts } from '#contract/modal/consents.ts';
/** The words of every screen after the first, in English. Another language is another object of the type `LaterTexts`. */
export const laterEn = {
  password: {
    title: 'Welcome back',
    lead: 'Your password brings you to where you stopped.',
    label: 'Password',
    missing: 'Type your password.',
    code: 'Use a one-time code instead',
  },

  passcode: {
    title: 'Get a one-time code',
    lead: 'Instead of a password. Where shall we send it?',
    email: (address: string) => `E-mail to ${address}`,
    sms: (last4: string) => `Text to the number that ends in ${last4}`,
    send: 'Send the code',
    enterTitle: 'Type your code',
    enterLead: 'We sent you six digits. They work for five minutes.',
    label: 'One-time code',
    another: 'No code? Send another',
    password: 'Use my password instead',
    wrong: 'A code has six digits.',
  },

  profile: {
    title: 'Tell us who you are',
    lead: 'As it stands on your papers. We deliver to this address.',
    firstName: 'First name',
    lastName: 'Last name',
    mobile: 'Mobile phone',
    mobileHint: 'We text you one code when you sign.',
    street: 'Street address',
    streetHint: 'Your home. Not a PO box.',
    suggestions: 'How the post office writes it',
    byHand: 'Keep it as I typed it',
    suggested: (count: number) => (count === 1 ? 'There is 1 suggestion.' : `There are ${count} suggestions.`),
    otherState: (zip: string, state: string) => `${zip} is in ${state}`,
    otherStateLead: 'Please look at the ZIP code and the state again.',
    takeState: (state: string) => `Change the state to ${state}`,
    keepState: 'It is right as it is',
    unit: 'Apartment or unit',
    city: 'City',
    state: 'State',
    postalCode: 'ZIP code',
    password: 'Choose a password',
    passwordHint: (length: number) => `At least ${length} characters.`,
    marketing: (brand: string) => `${brand} may write to me about offers.`,
    marketingTag: 'Optional. It changes nothing about the decision.',
    wrong: {
      firstName: 'Type your first name. Letters, spaces, hyphens, apostrophes and periods are fine.',
      lastName: 'Type your last name. Letters, spaces, hyphens, apostrophes and periods are fine.',
      mobilePhone: 'Type a US mobile number with ten digits.',
      street1: 'Type the street and the number.',
      poBox: 'We cannot deliver to a PO box. Type a street address.',
      city: 'Type the city.',
      state: 'Choose the state.',
      postalCode: 'A ZIP code has five digits.',
      password: (length: number) => `Choose a password of at least ${length} characters.`,
    },
  },

  personal: {
    title: 'A few facts about you',
    lead: 'We use them to check who you are and to set a limit you can carry.',
    dateOfBirth: 'Date of birth',
    dateHint: 'Month, day, year',
    datePlaceholder: 'MM / DD / YYYY',
    identity: 'SSN or ITIN',
    identityHint: 'Nine digits, stored encrypted. After this screen only the last four are ever shown.',
    identityOnFile: (last4: string) => `On file, ends in ${last4}. Leave it empty to keep it.`,
    income: 'Monthly income before tax',
    frequency: 'How often are you paid?',
    nextPayDate: 'Next pay date',
    employer: 'Employer',
    inquiry: (brand: string) => consentTexts.en.application.text.replace('{brand}', brand),
    permission: 'Permission to get reports',
    privacyNotice: 'Privacy notice',
    contact: (brand: string, phone: string) =>
      consentTexts.en.contact.text.replace('{brand}', brand).replace('{phone}', phone),
    contactTag: 'Optional. It changes nothing about the decision.',
    first: {
      title: 'Who else may look, before us',
      lead: (brand: string) =>
        `Optional. Whom you tick sees this application before ${brand} decides, one after the other. If one approves it, you go on there, and not with us. Otherwise, or if you tick nobody, ${brand} decides by itself.`,
      agree: (brand: string, name: string) =>
        consentTexts.en.lender.text.replaceAll('{brand}', brand).replaceAll('{lender}', name),
      notice: (name: string) => `What ${name} does with it`,
    },
    names: { inquiryConsent: 'your permission' },
    wrong: {
      dateOfBirth: 'Type the date of birth as month, day and year, such as 04 / 17 / 1990.',
      notADay: 'This day is not in the calendar. Check the day and the month.',
      tooYoung: 'You must be at least 18 to lease.',
      ssn: 'An SSN or ITIN has nine digits.',
      notIssued: 'This number was never issued. Check it once more.',
      monthlyIncome: 'Type your monthly income in dollars, such as 3,150.00.',
      payFrequency: 'Choose how often you are paid.',
      nextPayDate: 'Type your next pay date as month, day and year.',
      payDatePast: 'This day has passed. Type the next one.',
      payDateFar: 'The next pay date lies within 35 days.',
      inquiryConsent: 'We cannot decide without this. Read it first, then tick it.',
    },
  },

  bank: {
    title: 'Your payments will come from this account',
    picture:
      'At the bottom of a check: the first nine digits are the routing number, the next group is the account number',
    routing: 'Routing number',
    account: 'Account number',
    accountAgain: 'Account number again',
    onFile: (last4: string) => `On file, ends in ${last4}. Leave both empty to keep it.`,
    type: 'Account type',
    types: { checking: 'Checking', savings: 'Savings' },
    nothingYet: 'Nothing is debited by this',
    nothingYetLead: 'Before your first payment you read the debit authorization, a text of its own, and decide on it.',
    submit: 'Get my answer',
    wrong: {
      format: 'A routing number has nine digits.',
      prefix: 'No bank has a routing number that starts like this. Check it once more.',
      checksum: 'One of these digits is not right. Check them once more.',
      blocked: 'We cannot take payments from this bank. Please use another account.',
      accountNumber: 'An account number has 4 to 17 digits.',
      accountNumberAgain: 'The two account numbers are not the same.',
      accountType: 'Choose the type of the account.',
    },
  },

  waiting: {
    title: 'We are reading your application',
    lead: 'This usually takes less than twenty seconds.',
    identity: 'Identity',
    identityLead: 'Checked against what you told us',
    bank: 'Bank account',
    bankLead: (bank: string, type: string, last4: string) => `${bank}${type}, ends in ${last4}`,
    limit: 'Your limit',
    limitLead: 'Working on it now',
    mayClose: 'You can close this window',
    mayCloseLead: (email: string, store: string) =>
      `We keep going, and write to ${email} when there is an answer. Your bag at ${store} stays as it is.`,
  },

  decision: {
    approved: 'Approved',
    title: (name: string) => `${name}, you can lease up to`,
    lead: 'Using less is fine.',
    available: (amount: string) => `${amount} of it is free today.`,
    ifAll: 'If you used all of it',
    eachWeek: (count?: number) => (count ? `Each week, ${count} payments` : 'Each week'),
    cashPrice: 'Cash price',
    total: 'Total of payments',
    next: 'What happens next',
    review: 'Review your order',
    reviewLead: 'You see what it costs, every figure at once.',
    sign: 'Read the agreement and sign',
    signLead: 'Nothing is charged before that.',
    pay: { signing: 'First payment, then delivery', shipment: 'First payment with the shipment' },
    payLead: {
      signing: (amount: string) => `${amount} today. The next one is due after it arrives.`,
      shipment: (amount: string) => `${amount} when it leaves the store. The next one is due after it arrives.`,
    },
    payLeadPlain: 'The next one is due after it arrives.',
    go: 'Review my order',
    add: 'Back to the store to add something',

    elsewhere: {
      title: (name: string) => `You go on with ${name}`,
      lead: (name: string, brand: string) =>
        `${name} looked at your application first, as you allowed, and approved it. ${brand} makes no lease with you, and nothing was charged.`,
      upTo: 'Approved there, up to',
      next: 'What happens next',
      there: (name: string) => `${name} takes it from here`,
      thereLead: (host: string) =>
        `A page of theirs opens, at ${host}. What it costs there is between you and them: read it before you agree to it.`,
      bag: 'Your bag waits',
      bagLead: (store: string) => `What you picked at ${store} stays as it is.`,
      go: (name: string) => `Go on with ${name}`,
    },

    deniedTitle: 'We cannot offer you a lease this time',
    deniedLead: (name: string, store: string) =>
      `Thank you for asking${name && `, ${name}`}. No lease was made, nothing was charged, and your bag at ${store} is still there.`,
    reasons: 'The main reasons',
    rights: 'Your rights',
    rightList: [
      {
        title: 'See what was reported about you',
        text: 'Free, for 60 days, from any agency named in the notice. No agency made this decision or can explain it.',
      },
      { title: 'Correct what is wrong', text: 'You can dispute anything inaccurate with the agency that reported it.' },
    ],
    ask: 'Ask us',
    notice: 'The full notice',
    noticeSent: (email: string) => `We sent it to ${email}.`,
    noticeRead: 'Read it here',
    whyThisLimit: 'Why this limit',

    pendingTitle: 'We need a little longer',
    pendingNote: 'You hear from us',
    looked: {
      lead: 'A person looks at your application. Nothing more is needed from you now.',
      note: (email: string, store: string) =>
        `We write to ${email}, usually within one business day. Your bag at ${store} stays as it is.`,
    },
    unanswered: {
      lead: 'Somebody whom we ask about every application has not answered yet. We ask again by ourselves, several times an hour. Nothing more is needed from you now.',
      note: (email: string, store: string) =>
        `We write to ${email} as soon as there is an answer. Your bag at ${store} stays as it is.`,
    },
  },

  review: {
    title: 'Review what it costs',
    limit: 'Your limit',
    uses: (used: string, free: string) => `This order uses ${used}. ${free} stays free.`,
    plate: 'What it costs',
    count: 'Number of payments',
    cashPrice: 'Cash price',
    cashPriceTaxed: 'Cash price, before tax',
    total: 'Total of payments',
    totalTaxed: 'Total of payments, with tax',
    strokes: (count: number) => `${count} strokes, one for each payment, the last one shorter`,
    equal: (count: number, payment: string) => `${count} payments of ${payment}.`,
    lastOne: (count: number, payment: string, last: string) =>
      `${count} payments of ${payment}, then a last one of ${last}.`,
    services: (amount: string) => `Of the total, ${amount} pays for lease services.`,
    tax: (amount: string) => `Sales tax on all payments, at today’s rate: ${amount}.`,
    frequency: 'How often do you want to pay?',
    option: (payment: string, count: number) => `${payment} × ${count}`,
    order: 'Order total',
    line: (text: string, quantity: number, unit: string) => `${text}, ${quantity} × ${unit}`,
    shipping: 'Shipping',
    discount: 'Discount',
    delivery: 'Delivery to',
    firstPayment: {
      signing: (first: string, next: string, last: string) =>
        `First payment when you sign, ${first}. Then from ${next} to ${last}, if it is delivered as planned.`,
      shipment: (first: string, next: string, last: string) =>
        `First payment when your order is shipped, ${first}. Then from ${next} to ${last}, if it is delivered as planned.`,
    },
    fee: (amount: string) => `${amount} of the first payment is the processing fee, with its tax.`,
    firstUnlike: (first: string) => `A first payment of ${first}, then`,
    early: 'Buy early, pay less',
    earlyLead:
      'After your first payment you can buy at any time, for less than the total. The agreement shows the price for each day. You choose to buy: regular payments alone do not get there.',
    over: (amount: string) => `This order is ${amount} over your limit`,
    overLead: 'Take something out of your bag and press the button again. Your approval stays.',
    under: (amount: string, minimum: string) => `This order is ${amount} below the minimum of ${minimum}`,
    underLead: 'Add something to your bag and press the button again. Your approval stays.',
    closed: {
      place: {
        title: 'We do not lease to this address for now',
        lead: 'What you picked can still be bought from the store in another way. Your bag stays as it is.',
      },
      price: {
        title: 'This order cannot be leased at its price',
        lead: 'The law of the place it is delivered to leaves no room for a lease at this price. It can still be bought from the store in another way. Your bag stays as it is.',
      },
      hold: {
        title: 'You cannot lease more for now',
        lead: 'Ask us why: our help is one press away. Your bag stays as it is.',
      },
      approval: {
        title: 'Your approval has ended',
        lead: 'Close this window and press the payment button again: there you can apply anew. Your bag stays as it is.',
      },
      limit: {
        title: 'All of your limit is in use',
        lead: 'It is free again when a lease of yours is paid off or ends. Until then a smaller bag does not help; this one stays as it is.',
      },
    },
    notLeased: (articles: string) => `This cannot be leased: ${articles}`,
    notLeasedLead:
      'We do not lease things of this kind. Take it out of your bag and press the button again. Your approval stays.',
    tooLittle: (free: string, minimum: string) => `${free} of your limit is free, and a lease begins at ${minimum}`,
    go: 'Continue to the agreement',
    store: 'Back to the store',
    change: 'Change the cart',
  },

  agreement: {
    title: 'Read it, then sign it',
    region: 'The agreement',
    download: 'Download as PDF',
    byMail: (email: string) =>
      `As soon as you have signed, your copy goes to ${email}, with the PDF. This tablet keeps none.`,
    print: 'Print',
    fileName: (lease: string) => `agreement-${lease}.pdf`,
    early:
      'I have seen what it costs to buy early, on these days for example. I choose to buy: my regular payments alone do not get there.',
    earlyRow: (on: string) => `On ${on}`,
    yours: 'Your signature',
    eRecords: 'I agree to receive this agreement electronically, and I could open it.',
    eRecordsCode: 'Access code, at the top of the agreement',
    total: (total: string, count: number, cash: string) =>
      `I understand that I pay ${total} in total if I make all ${count} payments. The cash price is ${cash}.`,
    name: 'Type your full name to sign',
    nameHint: (name: string) => `As in the agreement: ${name}`,
    byHand: (email: string) => `Signing is the same as by hand. A copy goes to ${email} at once.`,
    fingerprint: 'Fingerprint of this document (SHA-256):',
    sendCode: 'Send me a code',
    sendAnother: 'Send another code',
    codeWhy: 'One code proves that it is you who signs.',
    codeSent: 'The code is on its way.',
    code: 'One-time code',
    next: {
      signing: (amount: string) => `Next: your first payment, ${amount}. Nothing is charged before that.`,
      shipment: (amount: string) =>
        `Next: your permission for the first payment, ${amount}. Nothing is charged before your order is shipped.`,
    },
    sign: 'Sign the agreement',
    names: {
      eRecordsConsent: 'electronic documents',
      totalAcknowledged: 'the total',
      earlyPurchaseAcknowledged: 'buying early',
    },
    wrong: {
      eRecordsConsent: 'Tick this if you agree to electronic documents.',
      eRecordsCode: 'Type the access code that is printed at the top of the agreement.',
      totalAcknowledged: 'Tick this once you have seen the total.',
      earlyPurchaseAcknowledged: 'Tick this once you have seen what it costs to buy early.',
      typedName: 'Type your first and last name as they are in the agreement.',
      oneTimeCode: 'Type the six digits that we sent you.',
    },
  },

  payment: {
    title: 'Your first payment',
    lead: {
      signing: 'It makes the agreement yours. Delivery follows.',
      shipment: 'Your permission makes the agreement yours. It is charged when your order is shipped, and not before.',
    },
    amount: { signing: 'Due today', shipment: 'Due when your order is shipped' },
    from: 'From',
    account: (bank: string, last4: string) => `${bank}, ends in ${last4}`,
    accountOnly: (last4: string) => `Account that ends in ${last4}`,
    card: (brand: string, last4: string) => `${brand}, ends in ${last4}`,
    useCard: 'Pay by card instead',
    anotherCard: 'Use another card',
    useAccount: 'Pay from my bank account',
    cardTitle: 'Your card',
    cardLead: 'For the first payment only. You decide on it on the next screen.',
    keepAccount: 'Back, without this card',
    byAccount: {
      authorize: {
        signing: (company: string, amount: string) =>
          `I authorize ${company} to debit this account for my first payment of ${amount}, and for the payments described in the debit authorization above.`,
        shipment: (company: string, amount: string) =>
          `I authorize ${company} to debit this account for my first payment of ${amount} once my order is shipped, and for the payments described in the debit authorization above.`,
      },
      paper: 'Debit authorization',
      missing: 'We can only debit your account with your permission. Read it, then tick it.',
      name: 'the debit authorization',
      refusedLead: 'The bank refused it: nothing was signed and nothing was charged. You can try again.',
    },
    byCard: {
      authorize: {
        signing: (company: string, amount: string) =>
          `I authorize ${company} to charge this card once, ${amount}, for my first payment.`,
        shipment: (company: string, amount: string) =>
          `I authorize ${company} to hold ${amount} on this card now, and to charge it once, when my order is shipped, for my first payment.`,
      },
      paper: 'Card authorization',
      missing: 'We can only charge your card with your permission. Read it, then tick it.',
      name: 'the card authorization',
      refusedLead: 'The card was declined: nothing was signed and nothing was charged. You can try again.',
    },
    pay: {
      signing: (amount: string) => `Pay ${amount}`,
      shipment: (amount: string) => `Allow ${amount}, charged with the shipment`,
    },
    refused: 'The payment did not go through',
    another: 'Use another account',
  },

  done: {
    pill: { signing: 'Signed and paid', shipment: 'Signed' },
    title: 'Done. Your order is on its way to the store',
    lead: (store: string) => `${store} has been told and prepares your delivery.`,
    strokes: { signing: 'One payment made', shipment: 'No payment made yet' },
    paid: { signing: 'Paid today', shipment: 'First payment, when your order is shipped' },
    nextPayment: (on: string) => `Next payment, ${on}`,
    copy: 'Your copy is in your inbox',
    copyLead: {
      signing: (lease: string) =>
        `Agreement ${lease} and the receipt. Changed your mind? You can cancel free of charge until it is delivered, and return it at any time after.`,
      shipment: (lease: string) =>
        `Agreement ${lease}. Changed your mind? You can cancel free of charge until it is delivered, and return it at any time after.`,
    },
    telling: (store: string) => `${store} is confirming your order.`,
    unheard: (store: string) => `${store} has not confirmed yet`,
    unheardLead: (store: string) =>
      `Your lease is signed and safe. We tell ${store} again the next time you open this window.`,
    closes: (seconds: number) => `This window closes by itself in ${seconds} seconds.`,
    keep: 'Keep it open',
    hosted: (store: string) => `${store} sees it now. You can leave this page.`,
    next: 'What happens next',
    nextSteps: {
      signing: (store: string) => [
        { title: `${store} confirms your order`, text: 'If they do not, your payment comes back by itself.' },
        { title: 'It is delivered', text: 'Your lease starts on that day.' },
      ],
      shipment: (store: string) => [
        { title: `${store} ships your order`, text: 'Your first payment is taken then, and not before.' },
        { title: 'It is delivered', text: 'Your lease starts on that day.' },
      ],
    },
  },
};

export type LaterTexts = typeof laterEn;
