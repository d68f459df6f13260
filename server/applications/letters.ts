import type {
  Letter,
  ListLettersAnswer,
  ListLettersQuery,
  PostLetterBody,
  PrintedLetter,
} from '#contract/v3/letters.ts';
import { pdfOfLetter } from '#server/agreements/pdf/pdf-of-letter.ts';
import { customerFacts } from '#server/customers/customer-facts.ts';
import type { House } from '#server/house.ts';
import { servicingDay } from '#server/moment.ts';
import { done, type Outcome, refuse, refuseMember } from '#server/outcome.ts';
import { insertPosting, type KeptLetter, keptLetter, lettersOf } from './letter-store.ts';

const limitDefault = 20;

/** A page of the notices that go out on paper: the queue, or those that went. */
export async function listLetters(
  house: House,
  { page = 1, limit = limitDefault, posted = false }: ListLettersQuery,
): Promise<Outcome<ListLettersAnswer>> {
  const { letters, count } = await lettersOf(house, { posted, offset: (page - 1) * limit, limit });
  const meta = { count, totalPages: Math.ceil(count / limit), page, limit };
  return done({ letters: letters.map((letter) => view(house, letter)), meta });
}

/** A letter as a PDF, to the address that the customer has today. Refuses with NotFound. */
export async function printLetter(house: House, noticeId: string): Promise<Outcome<PrintedLetter>> {
  const letter = await keptLetter(house, noticeId);
  const facts = letter === null ? null : await customerFacts(house, letter.customerId);
  if (letter === null || !facts?.address) return notFound;
  const { firstName, lastName, address } = facts;
  const { company, lessor } = house.settings;
  const pdf = await pdfOfLetter({
    language: letter.language === 'es' ? 'es' : 'en',
    from: { name: company, ...lessor },
    to: { name: `${firstName} ${lastName}`, ...address },
    writtenOn: letter.noticedOn,
    subject: letter.subject,
    body: letter.body,
  });
  return done({ noticeId, pdf: pdf.toString('base64') });
}

/** Records that a letter went to the post. The same again answers the same. Refuses with NotFound and ValidationError. */
export async function postLetter(
  house: House,
  { noticeId, by, postedOn }: PostLetterBody & { noticeId: string },
): Promise<Outcome<Letter>> {
  const letter = await keptLetter(house, noticeId);
  if (letter === null) return notFound;
  const on = postedOn ?? letter.postedOn ?? servicingDay(house);
  if (letter.postedOn !== null && letter.postedBy !== null) {
    if (on !== letter.postedOn) return refuseMember('postedOn', `is recorded as ${letter.postedOn}`);
    if (by !== letter.postedBy) return refuseMember('by', `is recorded as ${letter.postedBy}`);
    return done(view(house, letter));
  }
  if (on > servicingDay(house)) return refuseMember('postedOn', 'must be today or earlier');
  if (on < letter.noticedOn)
    return refuseMember('postedOn', `must be ${letter.noticedOn}, the day of the notice, or later`);
  return done(view(house, { ...letter, postedOn: on, postedBy: by }), insertPosting(house, letter, { on, by }));
}

const notFound = refuse('NotFound', 'There is no letter with this id.');

function view(house: House, letter: KeptLetter): Letter {
  const { customerId, subject: _subject, body: _body, ...told } = letter;
  const isLate = letter.postedOn === null && letter.deliverBy < servicingDay(house);
  return { ...told, userId: customerId, isLate };
}
