import { type Agreement, agree } from '../../checker/agreement.ts';
import { type LeaseCase, type MoneyCame, type Rhythm, ruleOf, type Supposed } from '../../checker/lease-case.ts';
import { daysAfter, wallDay } from '../../checker/wall-calendar.ts';
import { type Chance, chanceOf } from '../chance.ts';
import { madeUpLaw, shippedLaws } from './laws.ts';

const rhythms: readonly Rhythm[] = ['weekly', 'biweekly', 'semimonthly', 'monthly'];

/** Lease number `turn` of a seed, and questions that fit it: the same for ever, as long as `rules/` stays the same. */
export function randomCase(seed: number, turn: number): LeaseCase {
  const chance = chanceOf(seed, turn);
  const lease = randomLease(chance);
  const agreement = agree(lease);
  return agreement === null ? lease : { ...lease, ...questionsAbout(chance, lease, agreement) };
}

function randomLease(chance: Chance): LeaseCase {
  const startOn = startDay(chance);
  const cashPriceCents = cashPrice(chance);
  return {
    law: chance.oneIn(2) ? madeUpLaw(chance) : chance.pick(shippedLaws),
    cashPriceCents,
    leaseFactor: chance.pick(['2.00', '2.00', '1.85', '2.4', '1', '0.99', `1.${100 + chance.below(900)}`]),
    frequency: chance.pick(rhythms),
    termWeeks: chance.pick([52, 52, 52, 26, 39, 43, 65, 78, 104, 1 + chance.below(130)]),
    processingFeeCents: chance.pick([0, 0, 1, 999, chance.below(5_000)]),
    fixedInitialRentCents: chance.oneIn(8) ? 1 + chance.below(7_900) : null,
    taxRate: chance.pick(['0', '0.0825', '0.06', '0.08875', '0.1', `0.0${1_000 + chance.below(9_000)}`]),
    taxChanges: taxChanges(chance, startOn),
    signedOn: daysAfter(wallDay(startOn), -chance.pick([0, 0, 1, 5, chance.below(30)])).text,
    startOn,
    payDate: chance.oneIn(4) ? null : daysAfter(wallDay(startOn), chance.below(460) - 400).text,
    leadDays: chance.oneIn(4) ? 1 + chance.below(30) : 7,
    debit: chance.pick(['following', 'following', 'preceding', 'modified_following', 'none']),
    articlesCents: parts(chance, cashPriceCents),
    ...{
      buying: [],
      late: [],
      resuming: [],
      keeping: [],
      givingUp: [],
      supposing: [],
      vesting: [],
      surrendering: [],
      changing: [],
    },
  };
}

/** In most leases none. */
function taxChanges(chance: Chance, startOn: string): LeaseCase['taxChanges'] {
  const gaps = chance.oneIn(3) ? Array.from({ length: 1 + chance.below(3) }, () => chance.below(420) - 20) : [];
  const days = [...new Set(gaps)].sort((one, other) => one - other);
  return days.map((gap) => ({
    from: daysAfter(wallDay(startOn), gap).text,
    rate: chance.pick(['0', '0.0825', '0.08250', '0.06', '0.1025', '0.07125']),
  }));
}

/** Days on which a calendar goes wrong, or any from 2024 to 2032. */
function startDay(chance: Chance): string {
  if (chance.oneIn(3)) return daysAfter(wallDay('2024-01-01'), chance.below(3_288)).text;
  const year = 2024 + chance.below(9);
  if (chance.oneIn(6)) return `${chance.pick([2024, 2028, 2032])}-02-29`;
  const monthDay = chance.pick(['01-01', '01-31', '02-28', '03-31', '04-30', '07-04', '11-11', '12-24', '12-31']);
  return daysAfter(wallDay(`${year}-${monthDay}`), chance.below(5) - 2).text;
}

function cashPrice(chance: Chance): number {
  const size = chance.below(12);
  if (size === 0) return 1 + chance.below(120);
  if (size === 1) return 1 + chance.below(10_000);
  if (size === 2) return 1 + chance.below(1_000_000_000) * 99;
  return 4_995 + chance.below(495_000);
}

/** One to six whole parts of an amount, some of them nothing, some alike. */
function parts(chance: Chance, whole: number): number[] {
  const count = 1 + chance.below(6);
  const each = chance.oneIn(3) ? Math.floor(whole / count) : null;
  const found: number[] = [];
  let left = whole;
  for (let part = 1; part < count; part += 1) {
    found.push(each ?? chance.below(left + 1));
    left -= found.at(-1)!;
  }
  return [...found, left];
}

type Questions = Pick<
  LeaseCase,
  'buying' | 'late' | 'resuming' | 'keeping' | 'givingUp' | 'supposing' | 'vesting' | 'surrendering' | 'changing'
>;

function questionsAbout(chance: Chance, lease: LeaseCase, agreement: Agreement): Questions {
  const count = agreement.payments.length;
  const anyBilled = () => chance.below(count + 1);
  const anyNumber = () => 1 + chance.below(count);
  const anyRent = () => chance.pick([0, rentOfFirst(agreement, anyBilled()), below(chance, agreement.totalRent)]);
  const number = anyNumber();
  const { due, rent } = agreement.payments[number - 1]!;
  return {
    buying: [buying(chance, lease, agreement)],
    late: [
      {
        number,
        today: daysAfter(due, chance.below(16) - 1).text,
        // A thousand and two thousand are where a fee's steps end.
        openRentCents: chance.pick([Number(rent), Number(rent), below(chance, rent), 1_000, 2_000]),
        charged: chance.oneIn(8),
        contractFeeCents: chance.pick([0, 500, 800, 1_500]),
      },
    ],
    resuming: [
      {
        oldestUnpaid: anyNumber(),
        missed: 1 + chance.below(4),
        returnedOn: daysAfter(wallDay(lease.startOn), chance.below(400)).text,
        paidRentCents: anyRent(),
      },
    ],
    keeping: [
      {
        keptCashCents: chance.oneIn(8) ? 0 : below(chance, agreement.cashPrice),
        paidRentCents: anyRent(),
        billed: anyBilled(),
      },
    ],
    givingUp: chance.oneIn(2) ? cuts(chance, lease, agreement) : [],
    supposing: [supposing(chance, lease, agreement)],
    vesting: ruleOf(lease.law, 'auto_vest_share') === null ? [] : [moneyCame(chance, lease, agreement)],
    surrendering: [surrender(chance, agreement, anyBilled())],
    changing: [{ to: chance.pick(rhythms), billed: anyBilled() }],
  };
}

/** Today, or a day to come within a few payments. */
function buying(chance: Chance, lease: LeaseCase, agreement: Agreement): LeaseCase['buying'][number] {
  const came = beforeStart(chance, lease, agreement) ?? moneyCame(chance, lease, agreement);
  const on = chance.oneIn(2) ? came.today : daysAfter(wallDay(came.today), chance.below(100)).text;
  return { ...came, on };
}

/** A day of the lease or shortly after, and money that came by then: some payments whole, some odd amounts, some under way. */
function moneyCame(
  chance: Chance,
  { taxChanges: { length: hasTaxChanges } }: LeaseCase,
  agreement: Agreement,
): MoneyCame {
  const [first, last] = [agreement.payments[0]!.due, agreement.payments.at(-1)!.due];
  const days = last.place - first.place;
  const turn = chance.pick(agreement.payments);
  const today = chance.oneIn(2) ? turn.due : daysAfter(first, chance.below(days + 40));
  const gaps = Array.from({ length: chance.below(4) }, () => chance.below(today.place - first.place + 1));
  const due = agreement.payments.filter(({ due: day }) => day.place <= today.place);
  // Where a tax falls, the last cents that came may go back at once: money under way leaves so much room.
  const taxes = hasTaxChanges ? agreement.payments.reduce((sum, { tax }) => sum + tax, 0n) : 0n;
  let room = wholeOf(agreement, agreement.payments.length) - Number(taxes);
  const payments = gaps
    .sort((one, other) => one - other)
    .map((gap) => {
      const cents = money(chance, agreement, due.length);
      room -= cents;
      // What nothing is left for goes back at once, and is not under way.
      return { on: daysAfter(first, gap).text, cents, underWay: room >= 0 && chance.oneIn(4) };
    });
  return { today: today.text, payments };
}

function supposing(chance: Chance, lease: LeaseCase, agreement: Agreement): LeaseCase['supposing'][number] {
  const lastIsShipping = lease.articlesCents.length > 1 && chance.oneIn(2);
  const came = beforeStart(chance, lease, agreement) ?? moneyCame(chance, lease, agreement);
  // The window's last day is one like the others.
  const daysIn = wallDay(came.today).place - wallDay(lease.startOn).place;
  const windowDays = Math.max(0, chance.pick([30, 30, 14, 400, daysIn, daysIn - 1]));
  const what =
    goodsSupposed(chance, lease, lastIsShipping, daysIn < 0) ?? paymentsSupposed(chance, agreement, came.today);
  return { ...came, windowDays, lastIsShipping, what };
}

/** Signed, not delivered, and the initial payment taken or not, settled or not. */
function beforeStart(chance: Chance, lease: LeaseCase, { payments, fee, feeTax }: Agreement): MoneyCame | null {
  const { signedOn, startOn } = lease;
  if (signedOn === startOn || chance.oneIn(2)) return null;
  const [from, to] = [wallDay(signedOn).place, wallDay(startOn).place];
  const today = daysAfter(wallDay(signedOn), chance.below(to - from)).text;
  const cents = Number(payments[0]!.rent + payments[0]!.tax + fee + feeTax);
  return { today, payments: chance.oneIn(6) ? [] : [{ on: signedOn, cents, underWay: chance.oneIn(3) }] };
}

function paymentsSupposed(chance: Chance, agreement: Agreement, today: string): Supposed {
  const kind = chance.below(3);
  if (kind === 0) return { pay: money(chance, agreement, chance.below(agreement.payments.length)) };
  if (kind === 1) return { to: chance.pick(rhythms) };
  const next = agreement.payments.find(({ due }) => due.text > today) ?? agreement.payments.at(-1)!;
  // A week or two away are the days of the neighbours.
  const moved = chance.oneIn(4) ? chance.pick([-14, -7, 7, 14]) : chance.below(33) - 16;
  return { nextOn: daysAfter(next.due, moved).text, acceptsEarlier: chance.oneIn(2) };
}

/** Null in half of all cases, and where no article has a price. */
function goodsSupposed(chance: Chance, lease: LeaseCase, lastIsShipping: boolean, isEarly: boolean): Supposed | null {
  const goods = lastIsShipping ? lease.articlesCents.slice(0, -1) : lease.articlesCents;
  const priced = goods.flatMap((cash, article) => (cash > 0 ? [article] : []));
  if (priced.length === 0 || chance.oneIn(2)) return null;
  const article = chance.oneIn(12) ? chance.below(goods.length) : chance.pick(priced);
  const cash = goods[article]!;
  const of = cash < 500 ? 1 : chance.pick([1, 1, 2, 3]);
  const units = { article, units: 1 + chance.below(of), of };
  const kind = chance.below(3);
  if (kind === 0 || cash === 0) return { back: true, ...units };
  if (kind === 1) {
    const same = Math.round((cash * units.units) / of);
    return {
      exchangedForCents: Math.max(1, chance.pick([same, chance.below(same), same + chance.below(cash)])),
      ...units,
    };
  }
  const maybe = () => (chance.oneIn(2) ? null : chance.below(cash * 2));
  return isEarly ? { back: true, ...units } : { lost: { marketValueCents: maybe(), repairCents: maybe() }, ...units };
}

function cuts(chance: Chance, lease: LeaseCase, agreement: Agreement): LeaseCase['givingUp'] {
  const { articlesCents } = lease;
  const lastIsShipping = articlesCents.length > 1 && chance.oneIn(2);
  const cutsCents = articlesCents.map((cash) => chance.pick([0, cash, chance.below(cash + 1)]));
  const isGoods = (index: number) => !lastIsShipping || index < articlesCents.length - 1;
  if (cutsCents.every((cut) => cut === 0) || !articlesCents.some((cash, index) => cash > 0 && isGoods(index)))
    return [];
  return [{ ...moneyCame(chance, lease, agreement), cutsCents, lastIsShipping }];
}

function money(chance: Chance, agreement: Agreement, due: number): number {
  if (chance.oneIn(2)) return wholeOf(agreement, chance.below(due + 3));
  // All but a few cents: the taxes of other payments may be as many.
  if (chance.oneIn(8)) return Math.max(1, wholeOf(agreement, agreement.payments.length) - chance.below(6));
  return 1 + below(chance, agreement.payments[0]!.rent * 3n);
}

/** The first so many payments and the fee, with their tax. */
function wholeOf({ payments, fee, feeTax }: Agreement, count: number): number {
  return Number(payments.slice(0, count).reduce((total, { rent, tax }) => total + rent + tax, fee + feeTax));
}

function surrender(chance: Chance, { cashPrice }: Agreement, billed: number): LeaseCase['surrendering'][number] {
  const goodsCents = 1 + below(chance, cashPrice - 1n);
  const keptGoodsCents = chance.pick([0, goodsCents, Math.floor(goodsCents * 0.75), chance.below(goodsCents + 1)]);
  return { goodsCents, keptGoodsCents, billed };
}

function rentOfFirst({ payments }: Agreement, count: number): number {
  return Number(payments.slice(0, count).reduce((total, { rent }) => total + rent, 0n));
}

/** From nothing up to the whole amount. */
function below(chance: Chance, amount: bigint): number {
  return chance.below(Number(amount) + 1);
}
