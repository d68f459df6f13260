import type { Day } from '#core/calendar/day.ts';
import { longDay as dayIn } from '#core/calendar/day-text.ts';
import { dollars } from '#core/money/dollars.ts';
import type { Cents } from '#core/money/money.ts';
import { noticeText } from './notice.ts';
import { noticeEs } from './notice-es.ts';
import type { AgreedFigures, Goods, MessageTexts, Person } from './texts.ts';

const longDay = (day: Day): string => dayIn(day, 'es');

/** Every e-mail and text message of the platform in Spanish. What each one is for stands beside the English (texts.ts). */
export const messageTextsEs: MessageTexts = {
  password_reset: (about) => ({
    subject: `${about.code} es su código de ${about.brand} para una contraseña nueva`,
    body: `${about.code} es su código de ${about.brand} para elegir una contraseña nueva. Sirve ${about.minutes} minutos. ¿No lo pidió? Su contraseña no cambia.`,
  }),

  password_changed: (about) => ({
    subject: `Su contraseña de ${about.brand} cambió`,
    body: letter(about, [
      'La contraseña de su cuenta acaba de cambiar, y se cerró la sesión en todos los demás dispositivos.',
      '¿No fue usted? Elija “¿Olvidó su contraseña?” donde inicia la sesión: el próximo código le llega a usted. Después, escríbanos.',
    ]),
  }),

  passcode: (about) => ({
    subject: `${about.code} es su código de ${about.brand}`,
    body: `${about.code} es su código de ${about.brand}. Sirve una sola vez, durante ${about.minutes} minutos. Nunca se lo pedimos por teléfono.`,
  }),

  continue_link: (about) => ({
    subject: `Siga con su ${about.hasOrder ? 'pedido' : 'solicitud'} en ${about.merchant}`,
    body: `Siga con su ${about.hasOrder ? 'pedido' : 'solicitud'} en ${about.merchant} en este dispositivo, hasta el ${longDay(about.openThrough)}: ${about.address} Allí inicia la sesión. No se cobra nada antes de que firme. ${about.brand}`,
  }),

  hand_over: (about) => ({
    subject: `Su pedido en ${about.merchant}`,
    body: `${about.brand}: su pedido en ${about.merchant}, como lo pidió en la tienda. Ábralo en su propio teléfono dentro de ${about.minutes} minutos: ${about.address} No se cobra nada antes de que firme. Un solo mensaje. Pueden aplicarse tarifas de mensajes y datos. Responda AYUDA (HELP) para recibir ayuda, ALTO (STOP) para no recibir más.`,
  }),

  signature_code: (about) => ({
    subject: `${about.code} es su código de ${about.brand} para firmar`,
    body: `${about.code} es su código de ${about.brand} para firmar con ${about.merchant}, ${dollars(about.total)} en total. Sirve ${about.minutes} minutos. ¿No es usted? No lo comparta.`,
  }),

  signing_link: (about) => ({
    subject: `Su contrato con ${about.merchant} está listo para firmar`,
    body: `Su arrendamiento por un pedido en ${about.merchant}: ${about.first === undefined ? about.count : `un primer pago de ${dollars(about.first)} y ${about.count - 1}`} pagos ${periods[about.frequency]} de ${dollars(about.payment)}, ${dollars(about.totalWithTax)} en total; el precio de contado es de ${dollars(about.cashPrice)}. Léalo y fírmelo hasta el ${longDay(about.openThrough)}: ${about.address} No se cobra nada antes de que firme. ${about.brand}`,
  }),

  application_approved: (about) => ({
    subject: `Puede arrendar hasta ${dollars(about.limit)}`,
    body: letter(about, [
      `Puede arrendar artículos por un máximo de ${dollars(about.limit)}, hasta el ${longDay(about.validThrough)}. A ese precio, un arrendamiento son ${about.atLimit.count} pagos semanales de ${dollars(about.atLimit.weekly)}, ${dollars(about.atLimit.total)} en total, antes de impuestos.`,
      'Todavía no hay nada acordado. Antes de firmar ve juntos el pago, el número de pagos, el precio de contado y el total de los pagos.',
    ]),
  }),

  approval_ends: (about) => ({
    subject: `Puede arrendar hasta ${dollars(about.limit)} hasta el ${longDay(about.validThrough)}`,
    body: letter(about, [
      `Su aprobación termina después del ${longDay(about.validThrough)}. Hasta entonces puede arrendar artículos por un máximo de ${dollars(about.limit)}. A ese precio, un arrendamiento son ${about.atLimit.count} pagos semanales de ${dollars(about.atLimit.weekly)}, ${dollars(about.atLimit.total)} en total, antes de impuestos.`,
      'No tiene que hacer nada. No hay nada acordado, y después de ese día puede volver a solicitar. Este es el único recordatorio.',
    ]),
  }),

  documents_needed: (about) => ({
    subject: `Necesitamos documentos para su solicitud en ${about.brand}`,
    body: letter(about, [
      'Antes de decidir sobre su solicitud tenemos que comprobar que es usted. Necesitamos una copia de su licencia de conducir u otra identificación oficial con foto, y una factura o un estado de cuenta bancario de los últimos 60 días con su nombre y su dirección.',
      `Entréguelos aquí, como fotos o en PDF: ${about.address} Allí inicia la sesión con esta dirección. No los envíe por correo electrónico.`,
      `La página está abierta hasta el ${longDay(about.openThrough)}. Si hasta entonces no llega nada, no podemos seguir con su solicitud. ¿Necesita otra manera? Pregúntenos: ${about.support}.`,
    ]),
  }),

  application_declined: (about) => noticeText(noticeEs, about),

  limit_notice: (about) => noticeText(noticeEs, about),

  agreement_signed: (about) => ({
    subject: `El contrato que firmó: ${about.leaseNumber} con ${about.merchant}`,
    body: letter(about, [
      `Usted firmó el contrato ${about.leaseNumber} por su pedido en ${about.merchant}. Conserve este mensaje.`,
      about.atShipment
        ? `Vale desde que se autorice su primer pago de ${dollars(about.firstPayment)}. No se cobra nada antes de que se envíe su pedido.`
        : `Vale desde que se acepte su primer pago de ${dollars(about.firstPayment)}. Hasta entonces no se cobra nada y usted no debe nada.`,
      figures(about).join('\n'),
      `El contrato que firmó: ${about.documentUrl}\nEn PDF: ${about.documentUrl}/agreement.pdf`,
      '¿No fue usted quien firmó? Avísenos enseguida.',
      `Huella del documento: ${about.sha256}`,
    ]),
  }),

  agreement_copy: (about) => ({
    subject: `Su arrendamiento ${about.leaseNumber} con ${about.merchant}`,
    body: letter(about, [
      `Usted firmó el arrendamiento ${about.leaseNumber} por su pedido en ${about.merchant}. Conserve este mensaje.`,
      [
        ...figures(about),
        about.isPaid
          ? `Pagado al firmar: ${dollars(about.firstPayment)}`
          : `Primer pago, se cobra cuando se envíe su pedido: ${dollars(about.firstPayment)}`,
        `Próximo pago: ${longDay(about.nextDueOn)}`,
        `Último pago: ${longDay(about.lastDueOn)}`,
      ].join('\n'),
      about.documentUrl
        ? `Su contrato firmado: ${about.documentUrl}\nEn PDF: ${about.documentUrl}/agreement.pdf`
        : 'Su contrato firmado va adjunto. Es la copia a la que tiene derecho.',
      'Esto es un arrendamiento: los artículos son suyos después del último pago, o antes si los compra por anticipado. Puede devolverlos en cualquier momento.',
      `Huella del documento: ${about.sha256}`,
    ]),
  }),

  lease_cancelled_refund: (about) => ({
    subject: `El arrendamiento ${about.leaseNumber} está cancelado`,
    body: letter(about, [
      `Su pedido en ${about.merchant} se canceló antes de la entrega, así que el arrendamiento ${about.leaseNumber} terminó. Usted no debe nada.`,
      refundLine(about.refund),
      'El importe del pedido vuelve a estar disponible para usted.',
    ]),
  }),

  lease_expired_refund: (about) => ({
    subject: `El arrendamiento ${about.leaseNumber} terminó, no hay nada que pagar`,
    body: letter(about, [
      `${about.merchant} no confirmó su pedido a tiempo, así que el arrendamiento ${about.leaseNumber} terminó. Usted no debe nada y no se hizo ningún pedido.`,
      refundLine(about.refund),
      `Puede hacer otro pedido en ${about.merchant}. El importe vuelve a estar disponible para usted.`,
    ]),
  }),

  shipment_confirmed: (about) => ({
    subject: `En camino: su pedido en ${about.merchant}`,
    body: letter(about, [
      `${about.merchant} envió estos artículos el ${longDay(about.shippedOn)} con ${about.carrier ?? 'su propia entrega'}${about.trackingNumber ? `, número de seguimiento ${about.trackingNumber}` : ''}:\n${goods(about)}`,
      `El arrendamiento ${about.leaseNumber} empieza cuando lleguen. Si es más tarde de lo previsto, sus días de pago se mueven con la entrega.`,
    ]),
  }),

  delivery_confirmed: (about) => ({
    subject: `Entregado: su pedido en ${about.merchant}`,
    body: letter(about, [
      `Estos artículos se entregaron el ${longDay(about.deliveredOn)}:\n${goods(about)}`,
      about.nextDueOn
        ? `Su próximo pago del arrendamiento ${about.leaseNumber} es de ${dollars(about.nextPayment)} el ${longDay(about.nextDueOn)}.`
        : `No queda ningún pago del arrendamiento ${about.leaseNumber}: los artículos son suyos.`,
    ]),
  }),

  price_lowered: (about) => ({
    subject: `Su arrendamiento ${about.leaseNumber} cuesta menos`,
    body: letter(about, [
      `${about.merchant} devolvió ${dollars(about.given)} del precio de su pedido, así que calculamos de nuevo el arrendamiento ${about.leaseNumber} como si ese hubiera sido su precio desde el principio.`,
      [
        `Precio de contado: ${dollars(about.cashPrice)}`,
        `Total de los pagos antes de impuestos, lo que debe pagar para ser dueño de los artículos: ${dollars(about.totalRent)}`,
      ].join('\n'),
      about.nextPayment !== null && about.nextDueOn
        ? `Su próximo pago es de ${dollars(about.nextPayment)} el ${longDay(about.nextDueOn)}.`
        : `Del arrendamiento ${about.leaseNumber} no queda nada que pagar.`,
      refundLine(about.refund),
    ]),
  }),

  return_confirmed: (about) => ({
    subject: `Devuelto: su pedido en ${about.merchant}`,
    body: letter(about, [
      `${about.merchant} recibió de vuelta estos artículos:\n${goods(about)}`,
      about.nextPayment !== null && about.nextDueOn
        ? `El arrendamiento ${about.leaseNumber} sigue por lo que usted conservó. Su próximo pago es de ${dollars(about.nextPayment)} el ${longDay(about.nextDueOn)}.`
        : `Del arrendamiento ${about.leaseNumber} no queda nada que pagar.`,
      refundLine(about.refund),
    ]),
  }),

  payment_received: (about) => ({
    subject: `Recibimos ${dollars(about.amount)} para el arrendamiento ${about.leaseNumber}`,
    body: letter(about, [
      `Recibimos su pago de ${dollars(about.amount)} para el arrendamiento ${about.leaseNumber} con ${about.merchant}.`,
      about.left > 0
        ? `Quedan ${dollars(about.left)} por pagar, con impuestos. Si su banco devuelve el pago, ese importe se debe otra vez.`
        : 'No queda nada que pagar. Los artículos son suyos en cuanto su banco haya confirmado el pago.',
    ]),
  }),

  first_payment_taken: (about) => ({
    subject: `Su pedido en ${about.merchant} está por salir`,
    body: letter(about, [
      `Su pedido en ${about.merchant} está por salir, así que cobramos su primer pago del arrendamiento ${about.leaseNumber}: ${dollars(about.amount)}, como usted permitió al firmar.`,
      'El próximo pago vence después de la entrega. Le decimos el día.',
    ]),
  }),

  first_payment_failed: (about) => ({
    subject: `No pudimos cobrar el primer pago de su pedido en ${about.merchant}`,
    body: letter(about, [
      `Su pedido en ${about.merchant} estaba por salir, pero el primer pago de ${dollars(about.amount)} del arrendamiento ${about.leaseNumber} fue rechazado. No se cobró nada, y el pedido espera.`,
      `Para recibirlo, denos otra cuenta o tarjeta: en el checkout de ${about.merchant}, o pregúntenos (${about.support}). ¿Ya no lo quiere? Avise a la tienda; usted no debe nada.`,
    ]),
  }),

  lease_completed: (about) => ({
    subject: `Ya es suyo: su pedido en ${about.merchant}`,
    body: letter(about, [
      `El arrendamiento ${about.leaseNumber} está pagado. Estos artículos ya son suyos:\n${listed(about.items)}`,
      'No queda nada que pagar ni nada que devolver. Conserve este mensaje con su recibo.',
    ]),
  }),

  lease_vested: (about) => ({
    subject: `Ya es suyo: su pedido en ${about.merchant}`,
    body: letter(about, [
      `Según la ley de ${about.place}, los artículos del arrendamiento ${about.leaseNumber} son suyos en cuanto el ${about.percent}% de la renta que usted ha pagado es igual a su precio de contado. Ya es así:\n${listed(about.items)}`,
      'No queda nada que pagar ni nada que devolver. Conserve este mensaje con su recibo.',
      about.refund > 0
        ? `Usted pagó más de lo necesario: le devolvemos ${dollars(about.refund)} a la cuenta desde la que pagó.`
        : 'No hay nada que reembolsar.',
    ]),
  }),

  tax_changed: (about) => ({
    subject: `El impuesto del arrendamiento ${about.leaseNumber} cambió`,
    body: letter(about, [
      `El impuesto sobre las ventas del lugar donde tiene los artículos del arrendamiento ${about.leaseNumber} cambió. Su renta sigue igual.`,
      `Su próximo pago es de ${dollars(about.payment)} el ${longDay(about.dueOn)}, de los cuales ${dollars(about.tax)} son impuesto.`,
    ]),
  }),

  lease_resumed: (about) => ({
    subject: `El arrendamiento ${about.leaseNumber} continúa`,
    body: letter(about, [
      `Habíamos puesto en pausa todo lo relativo al arrendamiento ${about.leaseNumber} con ${about.merchant}. Ahora continúa. No se cobró nada por el tiempo intermedio, y lo que tiene que pagar en total sigue igual.`,
      about.next === null
        ? 'No vence ningún otro pago.'
        : `Su próximo pago es de ${dollars(about.next.payment)} el ${longDay(about.next.dueOn)}; los demás siguen al mismo ritmo.`,
    ]),
  }),
};

const periods = {
  weekly: 'semanales',
  biweekly: 'cada dos semanas',
  semimonthly: 'dos veces al mes',
  monthly: 'mensuales',
};

const figures = (about: AgreedFigures): string[] => [
  `Pagos: ${about.first === undefined ? about.count : `uno primero de ${dollars(about.first)}, después ${about.count - 1}`} ${periods[about.frequency]}, ${dollars(about.payment)} cada uno, el último de ${dollars(about.lastPayment)}`,
  `Precio de contado: ${dollars(about.cashPrice)}`,
  `Total de los pagos, lo que debe pagar para ser dueño de los artículos: ${dollars(about.totalWithTax)}`,
];

const refundLine = (refund: Cents): string =>
  refund > 0 ? `Le devolvemos ${dollars(refund)} a la cuenta desde la que pagó.` : 'No hay nada que reembolsar.';

const listed = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

const goods = ({ items }: Goods): string =>
  listed(items.map(({ description, quantity }) => (quantity === 1 ? description : `${quantity} × ${description}`)));

const letter = (to: Person, paragraphs: string[]): string =>
  [`Hola, ${to.firstName}:`, ...paragraphs, `${to.brand}\n${to.support}`].join('\n\n');
