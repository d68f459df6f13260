import type { LenderPlace } from '#core/application/waterfall.ts';
import type { Lender, Lenders } from '#ports/lenders.ts';

/**
 * Lenders that are not there: each answers by the last digit of the number, always the same. `prime` approves 1 for
 * 3,000.00, `near_prime` approves 2 for 2,000.00, both never answer 9, and decline everybody else. Without places nobody
 * is asked, which is no simulation.
 */
export function simulatedLenders(places: readonly LenderPlace[]): Lenders {
  return {
    name: places.length === 0 ? 'none' : 'sandbox',
    sandbox: places.length > 0,
    list: places.map((place) => ({
      place,
      consent: consents[place],
      timeoutMs: 2_000,
      async ask({ reference, ssn }, signal) {
        const last = (await ssn())?.at(-1);
        if (last === '9') await new Promise((_, stop) => signal.addEventListener('abort', stop));
        const { digit, limitCents } = approves[place];
        if (last !== digit) return { outcome: 'declined' };
        return {
          outcome: 'approved',
          limitCents,
          continueAt: `https://${place.replace('_', '-')}.example/apply/${reference}`,
        };
      },
    })),
  };
}

const consents: Readonly<Record<LenderPlace, Lender['consent']>> = {
  prime: {
    version: 'prime-sample-1',
    en: {
      name: 'Prime Sample',
      purpose: 'Prime Sample checks whether you qualify for its own plan. It may get reports about you.',
      noticeAt: 'https://prime.example/privacy',
    },
    es: {
      name: 'Prime Sample',
      purpose:
        'Prime Sample comprueba si usted cumple los requisitos de su propio plan. Puede obtener informes sobre usted.',
      noticeAt: 'https://prime.example/es/privacy',
    },
  },
  near_prime: {
    version: 'near-prime-sample-1',
    en: {
      name: 'Second Sample',
      purpose: 'Second Sample checks whether you qualify for its own plan. It looks at your pay and your state.',
      noticeAt: 'https://near-prime.example/privacy',
    },
    es: {
      name: 'Second Sample',
      purpose: 'Second Sample comprueba si usted cumple los requisitos de su propio plan. Mira su ingreso y su estado.',
      noticeAt: 'https://near-prime.example/es/privacy',
    },
  },
};

const approves = {
  prime: { digit: '1', limitCents: 3_000_00 },
  near_prime: { digit: '2', limitCents: 2_000_00 },
} as const satisfies Record<LenderPlace, object>;
