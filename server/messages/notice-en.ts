import { reasonText } from '#core/application/reason-text.ts';
import { longDay } from '#core/calendar/day-text.ts';
import { dollars } from '#core/money/dollars.ts';
import type { NoticeWords } from './notice.ts';

/** Every word of a notice in English; another language is another object like this one. */
export const noticeEn: NoticeWords = {
  reason: (code) => reasonText(code, 'en'),
  subject: {
    declined: (brand) => `About your application with ${brand}`,
    lower_limit: (brand) => `About the limit we gave you at ${brand}`,
    revoked: (brand) => `Your approval at ${brand} has ended`,
  },
  hello: (name) => `Hello ${name},`,
  action: {
    declined: ({ decidedOn }) =>
      `Thank you for applying. On ${longDay(decidedOn)} we decided on your application: we can’t offer you a lease today.`,
    lower_limit: ({ decidedOn, limit, requested }) =>
      requested === null
        ? `On ${longDay(decidedOn)} we approved your application for items of up to ${dollars(limit)}. That is less than we could have approved.`
        : `On ${longDay(decidedOn)} we approved your application for items of up to ${dollars(limit)}. You had asked for ${dollars(requested)}.`,
    revoked: ({ decidedOn }) =>
      `On ${longDay(decidedOn)} we ended the approval we had given you. You can’t sign a new lease with it. This decision changes nothing about a lease that you have signed.`,
  },
  mainReasons: 'The main reasons:',
  agency: ({ name, address, phone }) =>
    `Our decision was based in whole or in part on information in a report from this consumer reporting agency:\n${name}\n${address}\n${phone}\nThe agency did not make this decision and cannot explain to you why it was made.`,
  reportRights:
    'Under the Fair Credit Reporting Act you have the right to know what is in your file at any agency named above. You have the right to a free copy of your report from it if you ask within 60 days after you receive this notice. If anything in a report is incomplete or wrong, you have the right to dispute it with the agency that it is from.',
  score: ({ value, min, max, on, provider }) =>
    `We used a score in this decision. Yours was ${value} on ${longDay(on)}, on a scale from ${min} to ${max}. It was made by ${provider}. A score is a number from what is known of an applicant; it can change as that changes.`,
  scoreFactors: 'What weighed most in this score:',
  creditor: ({ company, support }) =>
    `This decision was made by:\n${company.name}\n${company.address}\nYou may ask us about it: ${support}.`,
  regulator: ({ name, address, phone }) =>
    `The federal Equal Credit Opportunity Act prohibits discrimination against applicants on the basis of race, color, religion, national origin, sex, marital status, or age (as long as the applicant can enter into a binding contract); because all or part of the applicant’s income comes from a public assistance program; or because the applicant has in good faith exercised any right under the Consumer Credit Protection Act. The federal agency that watches over this law for us is:\n${name}\n${address}\n${phone}`,
  yours: ({ brand, support }) => `${brand}\n${support}`,
};
