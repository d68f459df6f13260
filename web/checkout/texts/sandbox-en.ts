/** What the sandbox's own panel says. It exists in no production. */
export const sandboxEn = {
  title: 'Values for trying things out',
  lead: 'Each of these makes the sandbox do one certain thing. They stand for nobody; never type a real number here.',
  here: 'For this screen',
  nothingHere: 'This screen has none of its own.',
  fill: 'Fill in',
  fillWith: (value: string) => `Fill in ${value}`,
  others: {
    email: 'For the e-mail',
    profile: 'For the telephone',
    personal: 'For the SSN or ITIN',
    bank: 'For the bank account',
    elsewhere: 'For calls to the API',
  },
  mail: 'Codes and letters land in the inbox of the sandbox.',
  inbox: 'Open the inbox',
  failed: 'The values can’t be shown now.',
};

export type SandboxTexts = typeof sandboxEn;
