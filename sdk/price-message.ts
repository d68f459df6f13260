/*
 * `<flexpay-message amount="105.00" sku="LAMP-1" state="TX">`: what the price would cost by the week, with the total beside it. The words
 * and the figures are the server's; a page has as many as it likes and asks once for all of them.
 */

type Home = { origin: string; authKey: string };
type Place = { state: string; locale: string };

/** Makes the element known to the page, once. */
export function definePriceMessage(home: Home): void {
  if (customElements.get('flexpay-message')) return;
  const ask = askTogether(home);

  customElements.define(
    'flexpay-message',
    class extends HTMLElement {
      static observedAttributes = ['amount', 'sku', 'state', 'locale'];
      private readonly words = document.createElement('p');
      private asked = 0;

      constructor() {
        super();
        const root = this.attachShadow({ mode: 'open' });
        root.adoptedStyleSheets = [look()];
        root.append(this.words);
        this.words.hidden = true;
      }

      // Attributes that change together are one question.
      attributeChangedCallback(): void {
        const asked = ++this.asked;
        queueMicrotask(() => asked === this.asked && void this.say(asked));
      }

      private async say(asked: number): Promise<void> {
        const said = (name: string) => this.getAttribute(name) ?? '';
        const locale = said('locale') || document.documentElement.lang;
        const price = said('amount') + (said('sku') && `~${encodeURIComponent(said('sku'))}`);
        const text = await ask(price, { state: said('state'), locale });
        // The amount has changed meanwhile: the answer to that is on its way.
        if (asked !== this.asked) return;
        this.words.hidden = text === null;
        this.words.replaceChildren(...withAmountsBold(text ?? ''));
      }
    },
  );
}

/** Every amount is as large and as bold as every other: none may hide behind the smallest. */
function withAmountsBold(text: string): (string | HTMLElement)[] {
  return text.split(/(\$[\d,]+\.\d\d)/).map((part) => {
    if (!part.startsWith('$')) return part;
    const bold = document.createElement('b');
    bold.append(part);
    return bold;
  });
}

const pricesMax = 50;

type Texts = Map<string, string | null>;

/** Answers with the words for a price, an amount and behind `~` the sku that it is of, or null where there is nothing to say; what is asked in one moment is one call. */
function askTogether({ origin, authKey }: Home): (price: string, place: Place) => Promise<string | null> {
  const waiting = new Map<string, { prices: Set<string>; texts: Promise<Texts> }>();

  return async (price, place) => {
    if (!/^\d+(\.\d+)?(~|$)/.test(price)) return null;
    const query = `${new URLSearchParams({ authKey, ...place })}`;
    let asked = waiting.get(query);
    if (!asked) {
      const prices = new Set<string>();
      const texts = new Promise<Texts>((found) => {
        setTimeout(() => {
          waiting.delete(query);
          found(textsOf(`${origin}/sdk/messages?${query}`, [...prices]));
        });
      });
      asked = { prices, texts };
      waiting.set(query, asked);
    }
    asked.prices.add(price);
    return (await asked.texts).get(price) ?? null;
  };
}

/** Nothing is said rather than something old or half: a server that does not answer leaves the page as it is. */
async function textsOf(address: string, prices: string[]): Promise<Texts> {
  const texts: Texts = new Map();
  try {
    while (prices.length > 0) {
      const amounts = encodeURIComponent(prices.splice(0, pricesMax).join());
      const response = await fetch(`${address}&amounts=${amounts}`, { credentials: 'omit' });
      const { data } = (await response.json()) as { data: { messages: { amount: string; text: string | null }[] } };
      for (const { amount, text } of data.messages) texts.set(amount, text);
    }
  } catch {
    // What was not answered is not said.
  }
  return texts;
}

function look(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
:host { display: block; }
p { margin: 0; }
b { font-weight: 600; }
`);
  return sheet;
}
