import { brand } from './brand.ts';
import type { Language } from './modal-layer.ts';

/** What the layer says where the frame can't be; what “go on” does then is the next thing that can be done. */
export const notices: Record<Language, { say: string; go: string; leave: string }> = {
  en: { say: `${brand} opens in a window of its own here.`, go: 'Go on', leave: 'Cancel' },
  es: { say: `${brand} se abre aquí en su propia ventana.`, go: 'Continuar', leave: 'Cancelar' },
};
