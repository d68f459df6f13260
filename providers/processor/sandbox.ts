import { createHmac } from 'node:crypto';
import { addBankDays } from '#core/calendar/bank-days.ts';
import { addDays, type Day, dayAt, maxDay } from '#core/calendar/day.ts';
import type { Clock } from '#ports/clock.ts';
import type {
  AuthorizationFact,
  CardChargeOrder,
  ChargeFact,
  ChargeOrder,
  Processor,
  RefundFact,
} from '#ports/processor.ts';
import type { Shelf } from '#ports/shelf.ts';

/** What an account or a card does in the sandbox. The published table is the sandbox's, domain 5.2. */
export type ChargeEffect =
  | { effect: 'settles' }
  | {
      effect: 'refused';
      code: string;
      message: string /** Only when money that was authorized before is taken. */;
      onlyAuthorized?: true;
    }
  | { effect: 'returned'; code: string; once: boolean; daysAfterSettlement: number };

/**
 * A processor with a memory of its own, kept by the client's reference: asked again, it tells what happened, and the
 * clock decides what has happened by now. Nothing settles in the call that charges; a charge settles or comes back on
 * the next bank day (rulings 18), a card like an account. Numbers and tokens are not kept, only a keyed mark of those that come back once.
 */
export function sandboxProcessor(world: {
  shelf: Shelf;
  clock: Clock;
  /** Bank days are counted here. */
  zone: string;
  markKey: Uint8Array;
  effectOf(routingNumber: string, accountNumber: string): ChargeEffect;
  effectOfCard(token: string): ChargeEffect;
}): Processor {
  const { shelf } = world;
  const today = () => dayAt(world.clock.now(), world.zone);

  async function chargeByReference(reference: string): Promise<ChargeFact> {
    const kept = (await shelf.get(`charge:${reference}`)) as KeptCharge | undefined;
    return kept === undefined ? { status: 'unknown' } : chargeFact(kept, today());
  }

  async function refundByReference(reference: string): Promise<RefundFact> {
    const kept = (await shelf.get(`refund:${reference}`)) as KeptRefund | undefined;
    if (kept === undefined) return { status: 'unknown' };
    return kept.paysOn <= today() ? { status: 'paid', on: kept.paysOn } : { status: 'accepted' };
  }

  /** An account that comes back once does so for its first charge only, however often and by how many that one is asked for. */
  async function effectNow(order: ChargeOrder): Promise<ChargeEffect> {
    const effect = world.effectOf(order.routingNumber, order.accountNumber);
    if (effect.effect !== 'returned' || !effect.once) return effect;
    const mark = `account:${marked(world.markKey, `${order.routingNumber}|${order.accountNumber}`)}`;
    const { firstReference } = (await shelf.keep(mark, { firstReference: order.reference })) as FirstCharge;
    return firstReference === order.reference ? effect : { effect: 'settles' };
  }

  /** A card whose month has passed is refused whatever its token says. */
  function effectOfCard({ card, authorization }: Pick<CardChargeOrder, 'card' | 'authorization'>): ChargeEffect {
    if (card.expiresIn !== null && card.expiresIn < today().slice(0, 7)) return expired;
    const effect = world.effectOfCard(card.tokens[0]?.token ?? '');
    const isSpared = effect.effect === 'refused' && effect.onlyAuthorized === true && authorization === undefined;
    return isSpared ? { effect: 'settles' } : effect;
  }

  async function authorizationByReference(reference: string): Promise<AuthorizationFact> {
    const kept = (await shelf.get(`authorization:${reference}`)) as KeptAuthorization | undefined;
    return kept === undefined ? { status: 'unknown' } : kept.fact;
  }

  /** Whether so much is authorized there and was not let go. */
  async function isHeld(reference: string, amount: number): Promise<boolean> {
    const kept = (await shelf.get(`authorization:${reference}`)) as KeptAuthorization | undefined;
    if (kept === undefined || kept.fact.status !== 'authorized' || amount > kept.amount) return false;
    return (await shelf.get(`released:${reference}`)) === undefined;
  }

  async function keepCharge(reference: string, charge: KeptCharge): Promise<ChargeFact> {
    return chargeFact((await shelf.keep(`charge:${reference}`, charge)) as KeptCharge, today());
  }

  return {
    name: 'sandbox processor',
    sandbox: true,
    cardForm: '/modal/card',
    // A card says what it does when it is charged, so that a decline can be tried; an account that is no good says so before.
    async check(method) {
      if ('card' in method) return { status: 'usable' };
      const { routingNumber, accountNumber } = method.bankAccount;
      const effect = world.effectOf(routingNumber, accountNumber);
      if (effect.effect !== 'refused') return { status: 'usable' };
      return { status: 'refused', code: effect.code, message: effect.message };
    },
    async authorize(order) {
      const known = await authorizationByReference(order.reference);
      if (known.status !== 'unknown') return known;
      const effect =
        'card' in order
          ? effectOfCard(order)
          : world.effectOf(order.bankAccount.routingNumber, order.bankAccount.accountNumber);
      const fact: AuthorizationFact =
        effect.effect === 'refused'
          ? { status: 'refused', code: effect.code, message: effect.message }
          : { status: 'authorized' };
      const kept: KeptAuthorization = { amount: order.amount, fact };
      return ((await shelf.keep(`authorization:${order.reference}`, kept)) as KeptAuthorization).fact;
    },
    authorizationByReference,
    async release(reference) {
      await shelf.keep(`released:${reference}`, {});
    },
    async charge(order) {
      const known = await chargeByReference(order.reference);
      if (known.status !== 'unknown') return known;
      const settlesOn = addBankDays(maxDay(order.debitOn, today()), 1);
      return keepCharge(order.reference, { amount: order.amount, settlesOn, ...(await effectNow(order)) });
    },
    async chargeCard(order) {
      const known = await chargeByReference(order.reference);
      if (known.status !== 'unknown') return known;
      if (order.authorization !== undefined && !(await isHeld(order.authorization, order.amount))) {
        return keepCharge(order.reference, { amount: order.amount, settlesOn: today(), ...notHeld });
      }
      const settlesOn = addBankDays(today(), 1);
      return keepCharge(order.reference, { amount: order.amount, settlesOn, ...effectOfCard(order) });
    },
    chargeByReference,
    async refund(order) {
      const known = await refundByReference(order.reference);
      if (known.status !== 'unknown') return known;
      const charge = (await shelf.get(`charge:${order.chargeReference}`)) as KeptCharge | undefined;
      if (charge === undefined) return { status: 'unknown' };
      const kept: KeptRefund = { amount: order.amount, paysOn: addBankDays(today(), 1) };
      await shelf.keep(`refund:${order.reference}`, kept);
      return { status: 'accepted' };
    },
    refundByReference,
    async payOut(order) {
      await shelf.keep(`payout:${order.reference}`, { merchantId: order.merchantId, amount: order.amount });
      return { status: 'paid' };
    },
  };
}

const expired: ChargeEffect = { effect: 'refused', code: 'expired_card', message: 'The card has expired.' };

const notHeld: ChargeEffect = {
  effect: 'refused',
  code: 'not_authorized',
  message: 'So much is not authorized on this card.',
};

type KeptAuthorization = { amount: number; fact: Exclude<AuthorizationFact, { status: 'unknown' }> };
type KeptCharge = { amount: number; settlesOn: Day } & ChargeEffect;
type FirstCharge = { firstReference: string };
type KeptRefund = { amount: number; paysOn: Day };

function chargeFact(kept: KeptCharge, today: Day): ChargeFact {
  if (kept.effect === 'refused') return { status: 'refused', code: kept.code, message: kept.message };
  if (kept.effect === 'returned') {
    const on = addDays(kept.settlesOn, kept.daysAfterSettlement);
    const afterSettlement = kept.daysAfterSettlement > 0;
    if (on <= today) return { status: 'returned', on, code: kept.code, afterSettlement };
    if (!afterSettlement) return { status: 'accepted' };
  }
  return kept.settlesOn <= today ? { status: 'settled', on: kept.settlesOn } : { status: 'accepted' };
}

function marked(key: Uint8Array, text: string): string {
  return createHmac('sha256', key).update(`sandbox-processor|${text}`).digest('hex').slice(0, 32);
}
