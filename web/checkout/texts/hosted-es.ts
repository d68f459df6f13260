import type { HostedTexts } from './hosted-en.ts';

/** The words around the checkout on a page of its own, in Spanish. */
export const hostedEs: HostedTexts = {
  unknown: {
    title: 'En esta dirección no hay nada que pagar',
    lead: 'Puede que falte una parte del enlace. Ábralo otra vez tal como lo recibió o empiece de nuevo desde la tienda.',
  },
  expired: {
    title: 'Esta página ya no está abierta',
    lead: (store) => `No se cobró nada. Empiece de nuevo en ${store} o pídales un enlace nuevo.`,
  },
  elsewhere: {
    title: 'Esta página está abierta en otro dispositivo',
    lead: (store) =>
      `Un enlace como este sirve en el primer dispositivo que lo abre, para que nadie tome el pedido de otro. Continúe allí o pida un enlace nuevo: en la tienda, a ${store}; si no, desde donde empezó.`,
  },
  signed: {
    title: 'Este pedido está firmado',
    lead: (store) =>
      `${store} lo tiene registrado y prepara la entrega. El contrato y el recibo se enviaron al correo electrónico de la persona que firmó.`,
    lease: (ends) => `El número del arrendamiento termina en ${ends}`,
  },
  over: {
    title: 'Este pedido terminó',
    lead: (store) => `Se canceló y aquí no queda nada por pagar. ${store} le puede decir más.`,
  },
  left: {
    title: 'Puede volver',
    lead: (store) =>
      `No se hizo ningún pedido. Guardamos lo que usted escribió: abra esta página otra vez para continuar o vuelva a la página de ${store}.`,
    again: 'Continuar aquí',
  },
  ended: { title: 'Puede cerrar esta página', lead: (store) => `Su pedido en ${store} está firmado y pagado.` },
  way: 'Su tienda',
  aStore: 'la tienda',
};
