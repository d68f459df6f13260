import type { Opened } from '#contract/modal/calls.ts';
import type { Language } from '#core/calendar/day-text.ts';
import { browserLanguage } from './browser-language.ts';
import { type DeviceMemory, deviceMemory } from './device-memory.ts';
import type { PageLink } from './page-link.ts';
import { type Answer, serverCall } from './server-call.ts';

/** How a conversation with the server begins, and where this device remembers it. */
export interface Opening {
  memory: DeviceMemory;
  /** The language until the server's answer names one. */
  language: Language;
  open(device: string | null): Promise<Answer<Opened>>;
}

// The frame can be opened again with another cart; the shopper in it is the same.
export const memoryOfFrame = deviceMemory('flexpay.device');

/** A window of ours has one storage for all stores, where a frame has one for each. */
export const memoryOfWindow = (authKey: string): DeviceMemory => deviceMemory(`flexpay.device.${authKey}`);

/**
 * In the frame, or where a store's page can't have one: the store's public key, its origin as the browser vouches for it,
 * and the order of this click.
 */
export function openForPage(page: PageLink, { authKey, memory }: { authKey: string; memory: DeviceMemory }): Opening {
  const { origin: parentOrigin, order } = page;
  const { language, told } = languagesOf(page.locale);
  return {
    memory,
    language,
    open: (device) =>
      serverCall('open', { authKey, parentOrigin, order, ...told, ...(device !== null && { device }) }, null),
  };
}

/** The same, whose first call is on its way already: the server works while what draws its answer still loads. */
export function beginAtOnce(opening: Opening): Opening {
  let first: ReturnType<Opening['open']> | null = opening.open(opening.memory.read());
  return {
    ...opening,
    open(device) {
      const answer = first ?? opening.open(device);
      first = null;
      return answer;
    },
  };
}

/** On the hosted page: the id in its address, or an agreement token, which no server on the way gets to see. */
export function openOfAddress({ search, hash }: { search: string; hash: string }): Opening {
  const link = new URLSearchParams(search).get('id') ?? '';
  const agreementToken = new URLSearchParams(hash.slice(1)).get('agreementToken');
  const way = agreementToken === null ? { link } : { agreementToken };
  const { language, told } = languagesOf(undefined);
  return {
    language,
    memory: deviceMemory(`flexpay.pay.${link || agreementToken?.slice(0, 12)}`),
    open: (device) => serverCall('open-link', { ...way, ...told, ...(device !== null && { device }) }, null),
  };
}

/** On a store's own tablet: nothing but this page's memory knows whose turn it is. */
export function openAtKiosk(link: string): Opening {
  const { language, told } = languagesOf(undefined);
  let device: string | null = null;
  const memory: DeviceMemory = {
    read: () => device,
    isEmpty: () => device === null,
    remember: (token) => {
      device = token;
    },
  };
  return { language, memory, open: () => serverCall('open-link', { link, ...told, ...(device && { device }) }, null) };
}

/** The language that the store's page asks for, and the browser's own. */
function languagesOf(locale: Language | undefined) {
  const browserLocale = browserLanguage();
  const told = { ...(locale && { locale }), ...(browserLocale && { browserLocale }) };
  return { language: locale ?? browserLocale ?? 'en', told };
}
