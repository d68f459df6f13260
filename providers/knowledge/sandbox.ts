import { createHash } from 'node:crypto';
import { answerSecondsMax, choicesEach, noneOfTheAbove, questionsAsked } from '#core/application/knowledge.ts';
import type { Knowledge, Question } from '#ports/knowledge.ts';

/** What the sandbox does with a person's number; the published table is the sandbox's own (domain 5.2). */
export type KnowledgeEffect = 'first choice is right' | 'too little is known' | 'always fails' | 'expires at once';

/**
 * Questions about lives that nobody leads, the same again for the same application. Asks only whom the magic numbers
 * name: everybody else goes straight to the decision.
 */
export function sandboxKnowledge(effectOf: (ssn: string) => KnowledgeEffect | null): Knowledge {
  return {
    name: 'sandbox',
    sandbox: true,
    async asks({ ssn }) {
      const effect = effectOf(ssn);
      if (effect === null) return 'nothing';
      return effect === 'too little is known' ? 'insufficient' : 'questions';
    },
    async questions({ applicationId, ssn, asked }) {
      const effect = effectOf(ssn);
      const left = subjects.filter(({ id }) => !asked.includes(id));
      if (effect === 'too little is known' || left.length < questionsAsked) return 'insufficient';
      const chosen = mixed(left, `${applicationId}|subjects`).slice(0, questionsAsked);
      return {
        questions: chosen.map((subject) => questionOf(subject, applicationId, effect)),
        secondsAllowed: effect === 'expires at once' ? 0 : answerSecondsMax,
        inOrder: effect === 'first choice is right',
      };
    },
  };
}

type Subject = { readonly id: string; readonly label: string; readonly from: readonly string[] };

function questionOf({ id, label, from }: Subject, applicationId: string, effect: KnowledgeEffect | null): Question {
  const seed = `${applicationId}|${id}`;
  const choices = mixed(from, seed).slice(0, choicesEach - 1);
  const first = choices[0] ?? noneOfTheAbove;
  if (effect === 'first choice is right') return { id, label, choices, right: first };
  if (effect === 'always fails') return { id, label, choices, right: 'nothing that is shown' };
  // One question in five is about something that the person never had.
  return { id, label, choices, right: draw(seed, 'none', 5) === 0 ? noneOfTheAbove : first };
}

/** In an order of its own, the same for the same seed. */
function mixed<T>(list: readonly T[], seed: string): T[] {
  return list
    .map((one, index) => ({ one, place: draw(seed, String(index), 2 ** 32) }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one);
}

function draw(seed: string, name: string, below: number): number {
  return createHash('sha256').update(`${seed}|${name}`).digest().readUInt32BE() % below;
}

const streets = [
  'Alder Way',
  'Bayberry Lane',
  'Cotton Mill Road',
  'Dovetail Court',
  'Elkhorn Drive',
  'Foxglove Street',
];
const counties = ['Ashford County', 'Bellmont County', 'Carver County', 'Dunmore County', 'Eastlake County'];
const employers = ['Ambrose Paper', 'Bright & Daughters', 'Coldwater Mills', 'Delancey Freight', 'Evergreen Dairy'];
const cars = ['a blue sedan', 'a green pickup', 'a red hatchback', 'a silver van', 'a white wagon', 'a yellow coupe'];
const names = ['Avery Cole', 'Blake Dunn', 'Casey Ellis', 'Drew Foster', 'Emery Grant', 'Finley Hayes'];
const numbers = ['ending in 14', 'ending in 27', 'ending in 39', 'ending in 56', 'ending in 73', 'ending in 88'];

/** The categories of domain 4.4, three questions each: enough for every session that a month allows. */
const subjects: readonly Subject[] = [
  { id: 'address-1', label: 'On which of these streets have you lived?', from: streets },
  { id: 'address-2', label: 'Which of these streets was your address five years ago?', from: streets },
  { id: 'address-3', label: 'Which of these streets is near a home you had?', from: streets },
  { id: 'roommate-1', label: 'With whom of these people have you shared an address?', from: names },
  { id: 'roommate-2', label: 'Who of these people lived in your home before you?', from: names },
  { id: 'roommate-3', label: 'Whose name was on a mailbox beside yours?', from: names },
  { id: 'vehicle-1', label: 'Which of these vehicles was registered to you?', from: cars },
  { id: 'vehicle-2', label: 'Which of these vehicles did your household sell?', from: cars },
  { id: 'vehicle-3', label: 'Which of these vehicles did you insure first?', from: cars },
  { id: 'phone-1', label: 'Which of these phone numbers was yours?', from: numbers },
  { id: 'phone-2', label: 'Which of these numbers reached your home?', from: numbers },
  { id: 'phone-3', label: 'Which of these numbers reached you at work?', from: numbers },
  { id: 'county-1', label: 'In which of these counties have you lived?', from: counties },
  { id: 'county-2', label: 'In which of these counties did you register a vehicle?', from: counties },
  { id: 'county-3', label: 'In which of these counties did you go to school?', from: counties },
  { id: 'employer-1', label: 'For which of these companies have you worked?', from: employers },
  { id: 'employer-2', label: 'Which of these companies was your first employer?', from: employers },
  { id: 'employer-3', label: 'At which of these companies did someone of your household work?', from: employers },
];
