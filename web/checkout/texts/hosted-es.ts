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
  kiosk: {
    waiting: {
      title: 'Le damos la bienvenida',
      lead: (store) => `Una persona de ${store} envía su pedido a esta tableta. Aquí se abre solo.`,
    },
    offline: 'Esta tableta no tiene conexión en este momento.',
    unset: {
      title: 'Esta tableta no está preparada',
      lead: 'Cree un enlace para ella con su clave de API y ábralo aquí, dentro de una hora. Un enlace sirve una sola vez.',
    },
    finished: 'Ya terminé',
    ask: {
      idle: '¿Sigue ahí?',
      finished: '¿Ya terminó?',
      lead: (store) =>
        `Esta tableta es de ${store}: se borra de ella todo lo suyo. Guardamos lo que empezó: si su pedido puede continuar, le enviamos por correo electrónico un enlace para su propio teléfono.`,
      seconds: (count) => `En ${count} s se borra por sí sola.`,
      stay: 'Necesito más tiempo',
      clear: 'Borrar esta tableta',
    },
  },
  way: 'Su tienda',
  aStore: 'la tienda',
};
