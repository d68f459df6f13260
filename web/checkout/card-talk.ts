import { type CardFormHears, type CardFormSays, cardFormVersion, type TokenOfCard } from '#contract/modal/card-form.ts';

/** How high the form is now, so that its frame never scrolls by itself. */
export function tellHeight(pixels: number): void {
  say({ flexpayCard: cardFormVersion, kind: 'height', pixels });
}

export function tellCard(card: TokenOfCard): void {
  say({ flexpayCard: cardFormVersion, kind: 'card', card });
}

/** A one-time key from the checkout around; null when it has none. */
export function askForKey(): Promise<string | null> {
  return new Promise((resolve) => {
    const hear = ({ source, origin, data }: MessageEvent<CardFormHears>) => {
      if (source !== parent || origin !== location.origin || data?.flexpayCard !== cardFormVersion) return;
      removeEventListener('message', hear);
      resolve(data.childKey);
    };
    addEventListener('message', hear);
    say({ flexpayCard: cardFormVersion, kind: 'key' });
  });
}

/** To our own origin alone: a page that embeds the form by itself hears nothing. */
function say(message: CardFormSays): void {
  parent.postMessage(message, location.origin);
}
