import { moves } from '../lifecycle.ts';

/**
 * The life of the agreement that a consumer signs (domain 6.3). Sealed means that the signed copy was delivered;
 * only a lease with a sealed agreement may be finalized.
 */
export const envelopeLifecycle = moves<EnvelopeState, EnvelopeMove>({
  start: 'generated',
  moves: {
    generated: { present: 'presented', void: 'voided', expire: 'expired' },
    presented: { consent: 'consented', void: 'voided', expire: 'expired' },
    consented: { sign: 'signed', void: 'voided', expire: 'expired' },
    signed: { seal: 'sealed' },
    sealed: {},
    voided: {},
    expired: {},
  },
  ends: ['sealed', 'voided', 'expired'],
});

export type EnvelopeState = 'generated' | 'presented' | 'consented' | 'signed' | 'sealed' | 'voided' | 'expired';
export type EnvelopeMove = 'present' | 'consent' | 'sign' | 'seal' | 'void' | 'expire';
