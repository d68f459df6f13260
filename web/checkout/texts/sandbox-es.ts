import type { SandboxTexts } from './sandbox-en.ts';

/** What the sandbox's own panel says, in Spanish. The table itself is the API's and is in English. */
export const sandboxEs: SandboxTexts = {
  title: 'Valores para hacer pruebas',
  lead: 'Con cada uno, el entorno de pruebas hace algo determinado. No son de nadie; no escriba aquí ningún número real.',
  here: 'Para esta pantalla',
  nothingHere: 'Esta pantalla no tiene ninguno propio.',
  fill: 'Llenar',
  fillWith: (value: string) => `Llenar con ${value}`,
  others: {
    email: 'Para el correo electrónico',
    profile: 'Para el teléfono',
    personal: 'Para el SSN o ITIN',
    bank: 'Para la cuenta bancaria',
    elsewhere: 'Para llamadas a la API',
  },
  mail: 'Los códigos y las cartas llegan al buzón del entorno de pruebas.',
  inbox: 'Abrir el buzón',
  failed: 'Los valores no se pueden mostrar ahora.',
};
