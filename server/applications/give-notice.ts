import { type AdverseAction, scoreFactorsOf } from '#core/application/adverse-action.ts';
import type { DecisionResult } from '#core/application/decide.ts';
import type { ReasonCode } from '#core/application/reasons.ts';
import { scoreRange } from '#core/application/scorecard.ts';
import { addBankDays } from '#core/calendar/bank-days.ts';
import type { Day } from '#core/calendar/day.ts';
import type { Person } from '#server/customers/person.ts';
import type { Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { newId } from '#server/ids.ts';
import { messagesIn } from '#server/messages/messages-in.ts';
import type { NoticeFacts } from '#server/messages/notice.ts';
import { writeMessage } from '#server/messages/write-message.ts';
import type { Application } from './application.ts';
import { insertNotice } from './notice-store.ts';

/** Within so many business days a notice is delivered (domain 4.7). */
const deliverWithinBankDays = 3;

/** What is told against an applicant, of which application, and what it rests on. */
export type AdverseNotice = {
  application: Application;
  person: Person;
  action: AdverseAction;
  reasons: readonly ReasonCode[];
  limit: number;
  answer: Pick<DecisionResult, 'score' | 'reportUsed' | 'accountReportUsed' | 'scorecard' | 'componentLog'>;
  today: Day;
};

/** The notice of an adverse decision, kept as it is rendered and on its way, in the transaction that decides. */
export function giveNotice(house: House, { application, person, ...told }: AdverseNotice): Write[] {
  const { brand, support } = house.settings;
  const facts = factsOf(house, { application, ...told });
  const kind = told.action === 'lower_limit' ? 'limit_notice' : 'application_declined';
  const language = person.locale ?? 'en';
  const text = messagesIn(language)[kind]({ brand, support, firstName: person.firstName, ...facts });
  const messageId = newId(house);
  const to = { messageId, customerId: person.customerId, to: person.email, channel: 'email' } as const;
  return [
    writeMessage(house, { ...to, kind, ...text }),
    insertNotice(house, application, {
      noticeId: newId(house),
      action: told.action,
      language,
      facts,
      ...text,
      messageId,
      noticedOn: told.today,
      deliverBy: addBankDays(told.today, deliverWithinBankDays),
    }),
  ];
}

function factsOf(
  house: House,
  { application, action, reasons, limit, answer, today }: Omit<AdverseNotice, 'person'>,
): NoticeFacts {
  const { company, lessor, reportAgency, regulator } = house.settings;
  const { score, scorecard, reportUsed, accountReportUsed, componentLog } = answer;
  const factors = scoreFactorsOf({ componentLog, reasons });
  return {
    action,
    decidedOn: today,
    requested: application.requested,
    limit,
    reasons,
    agency: reportUsed ? reportAgency : null,
    accountAgency: accountReportUsed ? house.accountReports.agency : null,
    score:
      score === null
        ? null
        : { value: score, ...scoreRange(), on: today, provider: `${company} (${scorecard})`, factors },
    company: {
      name: company,
      address: `${lessor.street1}, ${lessor.city}, ${lessor.state} ${lessor.postalCode}`,
    },
    regulator,
  };
}
