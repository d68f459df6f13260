import type { Texts } from './en.ts';

/** The words of the frame around every screen and of the first screen, in Spanish, to whom we say usted. */
export const es: Texts = {
  language: 'es',
  other: { language: 'en', name: 'English', label: 'English: Read in English' },
  sandbox: { name: 'Prueba.', warning: 'No escriba aquí números reales.', values: 'Valores de prueba' },
  step: (at, of) => `Paso ${at} de ${of}`,
  continue: 'Continuar',
  back: 'Atrás',
  optional: 'opcional',
  help: 'Ayuda',
  close: 'Cerrar',
  terms: 'Términos',
  privacy: 'Privacidad',
  accessibility: 'Accesibilidad',
  legal: 'Información legal',
  backToScreen: 'Volver a su solicitud',
  notYou: '¿No es usted?',
  show: 'Mostrar',
  hide: 'Ocultar',
  choose: 'Elija',
  backToStore: (store) => `Volver a ${store}`,
  loading: 'Un momento',

  closing: {
    title: '¿Salir por ahora?',
    lead: (store) =>
      `No se hace ningún pedido. Su carrito en ${store} queda como está y guardamos lo que usted escribió.`,
    stay: 'Seguir aquí',
    leave: 'Cerrar',
  },
  trouble: {
    title: 'Eso no funcionó',
    network: 'No pudimos conectarnos. No se perdió nada. Revise su conexión y presione el botón otra vez.',
    start: 'No podemos empezar',
    part: 'Esta parte todavía no está aquí',
    again: 'Intentar otra vez',
    alone: 'Esta página se abre desde el botón de pago de una tienda.',
    order: 'La tienda envió un pedido que no podemos leer. Avise a la tienda, por favor.',
    other: 'Algo no funcionó de nuestro lado. No se perdió nada. Inténtelo otra vez en un momento.',
  },
  refusals: {
    DecisionRequired:
      'Primero necesita una aprobación vigente. Cierre esta ventana y presione otra vez el botón de pago.',
    ExceedSpendingLimitError:
      'Este pedido supera lo que usted puede arrendar. Quite algo de su carrito e inténtelo otra vez.',
    Forbidden: 'Esta página no puede abrir el pago. Avise a la tienda, por favor.',
    InvalidTransactionId: 'Este pedido ya está firmado. La tienda lo tiene registrado.',
    LeaseAmountNotSatisfied: 'Este pedido no llega al mínimo. Agregue algo a su carrito e inténtelo otra vez.',
    LeaseExpired: 'Este contrato ya no se puede firmar. Vuelva a la revisión para tener uno nuevo.',
    LeaseNotFound: 'No hay ningún contrato en esta pantalla. Vuelva a la revisión para tener uno nuevo.',
    PaymentRequired: 'El banco rechazó el primer pago, así que no se firmó nada. Use otra cuenta e inténtelo otra vez.',
    ServiceUnavailable: 'Todavía no hay respuesta. Inténtelo otra vez en un momento; nada se cobra dos veces.',
    SpendingHold: 'Por ahora no puede arrendar más. Pregúntenos por qué: encuentra la ayuda arriba.',
    TooManyRequests:
      'Se intentó demasiadas veces. Espere media hora e inténtelo otra vez. Después de varias solicitudes puede tardar hasta treinta días.',
    ApplicationInProgress: 'Ya estamos revisando una solicitud suya. Le escribiremos cuando esté decidida.',
    TransactionCanceled: 'La tienda retiró este pedido o hizo un código nuevo. Pregunte allí, por favor.',
    TransportNotAvailable: 'No tenemos un número celular suyo. Elija el correo electrónico.',
    Unauthorized: 'Esta sesión terminó. Ábrala otra vez desde la tienda.',
    VerificationRequired:
      'Primero tiene que mostrar quién es. Cierre esta ventana y presione otra vez el botón de pago.',
  },
  anotherLook: (count) =>
    count === 1 ? 'Hay que revisar una respuesta' : `Hay que revisar ${inWords(count)} respuestas`,

  frequencies: {
    weekly: { each: 'Cada semana', every: 'Cada semana', payment: 'semanales', unit: 'a la semana' },
    biweekly: {
      each: 'Cada dos semanas',
      every: 'Cada dos semanas',
      payment: 'cada dos semanas',
      unit: 'cada dos semanas',
    },
    semimonthly: {
      each: 'Dos veces al mes',
      every: 'Dos veces al mes',
      payment: 'quincenales',
      unit: 'dos veces al mes',
    },
    monthly: { each: 'Cada mes', every: 'Una vez al mes', payment: 'mensuales', unit: 'al mes' },
  },

  email: {
    title: 'Empiece con su correo electrónico',
    lead: 'Buscamos su cuenta. Si es la primera vez, abrimos una.',
    signTitle: 'Su contrato está listo para firmar',
    signLead: (store) =>
      `Es por su pedido en ${store}. Escriba el correo electrónico en el que recibió nuestro mensaje.`,
    label: 'Correo electrónico',
    glance: (payment, unit, count, total, cash) =>
      `${payment} ${unit}, ${count} pagos, ${total} en total. Precio de contado: ${cash}.`,
    glanceCash: (cash) => `Precio de contado: ${cash}.`,
    more: (count) => (count === 1 ? ' y un artículo más' : ` y ${count} artículos más`),
    before: 'Antes de empezar',
    facts: [
      { title: 'Unos tres minutos', text: 'Tenga a la mano su SSN o ITIN y los datos de una cuenta bancaria.' },
      { title: 'Todos los costos antes de firmar', text: 'Usted ve el total, lee el contrato y después decide.' },
      {
        title: 'Nada se cobra hasta que firme',
        text: 'Puede detenerse en cualquier momento. Su carrito queda como está.',
      },
    ],
    missing: 'Escriba su correo electrónico.',
    wrong: 'Esto no parece un correo electrónico. Debe tener una forma como nombre@example.com.',
  },
};

const words = ['cero', 'una', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez'];

const inWords = (count: number): string => words[count] ?? String(count);
