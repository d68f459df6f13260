import { render } from 'preact';
import { CardForm } from './card-form.tsx';
import { cardWords } from './texts/card.ts';
import { withoutAutofill } from './without-autofill.ts';

/* The page in the frame of the first payment (contract/modal/card-form.ts). Its address says the language and the day. */
const asked = new URLSearchParams(location.search);
const language = asked.get('locale') === 'es' ? 'es' : 'en';
const words = cardWords[language];
if (asked.get('autofill') === 'off') withoutAutofill();
document.documentElement.lang = language;
document.title = words.title;
render(<CardForm words={words} today={asked.get('today') ?? ''} />, document.getElementById('card')!);
