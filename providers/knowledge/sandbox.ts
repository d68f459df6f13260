import { createHash } from 'node:crypto';
import { answerSecondsMax, choicesEach, noneOfTheAbove, questionsAsked } from '#core/application/knowledge.ts';
import type { Language } from '#core/calendar/day-text.ts';
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
    async questions({ applicationId, ssn, asked, language }) {
      const effect = effectOf(ssn);
      const left = subjects.filter(({ id }) => !asked.includes(id));
      if (effect === 'too little is known' || left.length < questionsAsked) return 'insufficient';
      const chosen = mixed(left, `${applicationId}|subjects`).slice(0, questionsAsked);
      return {
        questions: chosen.map((subject) => questionOf(subject, { applicationId, language, effect })),
        secondsAllowed: effect === 'expires at once' ? 0 : answerSecondsMax,
        inOrder: effect === 'first choice is right',
      };
    },
  };
}

type InBoth = Readonly<Record<Language, string>>;
type Subject = InBoth & { readonly id: string; readonly from: readonly InBoth[] };

function questionOf(
  { id, from, ...labels }: Subject,
  { applicationId, language, effect }: { applicationId: string; language: Language; effect: KnowledgeEffect | null },
): Question {
  const seed = `${applicationId}|${id}`;
  const choices = mixed(from, seed)
    .slice(0, choicesEach - 1)
    .map((choice) => choice[language]);
  const asked = { id, label: labels[language], choices };
  const first = choices[0] ?? noneOfTheAbove[language];
  if (effect === 'first choice is right') return { ...asked, right: first };
  if (effect === 'always fails') return { ...asked, right: 'nothing that is shown' };
  // One question in five is about something that the person never had.
  return { ...asked, right: draw(seed, 'none', 5) === 0 ? noneOfTheAbove[language] : first };
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

/** Names are the same in every language. */
const named = (...all: string[]): InBoth[] => all.map((name) => ({ en: name, es: name }));

const streets = named(
  'Alder Way',
  'Bayberry Lane',
  'Cotton Mill Road',
  'Dovetail Court',
  'Elkhorn Drive',
  'Foxglove Street',
);
const counties = ['Ashford', 'Bellmont', 'Carver', 'Dunmore', 'Eastlake'].map((name) => ({
  en: `${name} County`,
  es: `Condado de ${name}`,
}));
const employers = named(
  'Ambrose Paper',
  'Bright & Daughters',
  'Coldwater Mills',
  'Delancey Freight',
  'Evergreen Dairy',
);
const people = named('Avery Cole', 'Blake Dunn', 'Casey Ellis', 'Drew Foster', 'Emery Grant', 'Finley Hayes');
const cars: readonly InBoth[] = [
  { en: 'a blue sedan', es: 'un sedán azul' },
  { en: 'a green pickup', es: 'una camioneta verde' },
  { en: 'a red hatchback', es: 'un hatchback rojo' },
  { en: 'a silver van', es: 'una van plateada' },
  { en: 'a white wagon', es: 'una vagoneta blanca' },
  { en: 'a yellow coupe', es: 'un cupé amarillo' },
];
const numbers = ['14', '27', '39', '56', '73', '88'].map((end) => ({
  en: `ending in ${end}`,
  es: `termina en ${end}`,
}));

/** The categories of domain 4.4, three questions each: enough for every session that a month allows. */
const subjects: readonly Subject[] = [
  {
    id: 'address-1',
    en: 'On which of these streets have you lived?',
    es: '¿En cuál de estas calles ha vivido?',
    from: streets,
  },
  {
    id: 'address-2',
    en: 'Which of these streets was your address five years ago?',
    es: '¿Cuál de estas calles era su dirección hace cinco años?',
    from: streets,
  },
  {
    id: 'address-3',
    en: 'Which of these streets is near a home you had?',
    es: '¿Cuál de estas calles está cerca de una casa que tuvo?',
    from: streets,
  },
  {
    id: 'roommate-1',
    en: 'With whom of these people have you shared an address?',
    es: '¿Con quién de estas personas ha compartido domicilio?',
    from: people,
  },
  {
    id: 'roommate-2',
    en: 'Who of these people lived in your home before you?',
    es: '¿Quién de estas personas vivió en su casa antes que usted?',
    from: people,
  },
  {
    id: 'roommate-3',
    en: 'Whose name was on a mailbox beside yours?',
    es: '¿Qué nombre estaba en un buzón junto al suyo?',
    from: people,
  },
  {
    id: 'vehicle-1',
    en: 'Which of these vehicles was registered to you?',
    es: '¿Cuál de estos vehículos estuvo registrado a su nombre?',
    from: cars,
  },
  {
    id: 'vehicle-2',
    en: 'Which of these vehicles did your household sell?',
    es: '¿Cuál de estos vehículos vendió su familia?',
    from: cars,
  },
  {
    id: 'vehicle-3',
    en: 'Which of these vehicles did you insure first?',
    es: '¿Cuál de estos vehículos aseguró primero?',
    from: cars,
  },
  {
    id: 'phone-1',
    en: 'Which of these phone numbers was yours?',
    es: '¿Cuál de estos números de teléfono fue suyo?',
    from: numbers,
  },
  {
    id: 'phone-2',
    en: 'Which of these numbers reached your home?',
    es: '¿Cuál de estos números era el de su casa?',
    from: numbers,
  },
  {
    id: 'phone-3',
    en: 'Which of these numbers reached you at work?',
    es: '¿Cuál de estos números era el de su trabajo?',
    from: numbers,
  },
  {
    id: 'county-1',
    en: 'In which of these counties have you lived?',
    es: '¿En cuál de estos condados ha vivido?',
    from: counties,
  },
  {
    id: 'county-2',
    en: 'In which of these counties did you register a vehicle?',
    es: '¿En cuál de estos condados registró un vehículo?',
    from: counties,
  },
  {
    id: 'county-3',
    en: 'In which of these counties did you go to school?',
    es: '¿En cuál de estos condados fue a la escuela?',
    from: counties,
  },
  {
    id: 'employer-1',
    en: 'For which of these companies have you worked?',
    es: '¿Para cuál de estas empresas ha trabajado?',
    from: employers,
  },
  {
    id: 'employer-2',
    en: 'Which of these companies was your first employer?',
    es: '¿Cuál de estas empresas fue su primer empleador?',
    from: employers,
  },
  {
    id: 'employer-3',
    en: 'At which of these companies did someone of your household work?',
    es: '¿En cuál de estas empresas trabajó alguien de su hogar?',
    from: employers,
  },
];
