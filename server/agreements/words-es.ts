import type { AgreementWords } from './words.ts';

const weekdays = ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'];

const labels: Readonly<Record<string, string>> = {
  'Cash price': 'Precio de contado',
  'Retail value': 'Valor de venta al público',
  'Total cost': 'Costo total',
  'Cost of lease': 'Costo del arrendamiento',
  'Total of all payments': 'Total de todos los pagos',
  'RTO price': 'Precio del alquiler con opción a compra',
  'Cost of lease services': 'Costo de los servicios de arrendamiento',
  'Rent-to-own charge': 'Cargo por el alquiler con opción a compra',
};

export const wordsEs: AgreementWords = {
  each: { weekly: 'Cada semana', biweekly: 'Cada dos semanas', semimonthly: 'Dos veces al mes', monthly: 'Cada mes' },
  withTax: ', con impuesto',
  every: (frequency, weekday, from, through) => {
    const how = {
      weekly: `Cada ${weekdays[weekday]}`,
      biweekly: `Cada segundo ${weekdays[weekday]}`,
      semimonthly: 'Dos veces al mes',
      monthly: 'Una vez al mes',
    }[frequency];
    return `${how} desde el ${from} hasta el ${through}`;
  },
  payments: (count) => (count === 1 ? '1 pago' : `${count} pagos`),
  rentAndTax: (rent, tax) => ` (renta ${rent}, impuesto ${tax})`,
  condition: { new: 'Nuevo', used: 'Usado', refurbished: 'Reacondicionado' },
  serial: (number) => `número de serie ${number}`,
  one: 'cantidad 1',
  several: (quantity, each) => `cantidad ${quantity}, ${each} cada uno`,
  delivery: 'Entrega',
  label: (statutory) => (labels[statutory] === undefined ? statutory : `${labels[statutory]} (${statutory})`),
  place: (state, name) => (state === 'DC' ? 'el Distrito de Columbia' : name),
  lateFee: (most, days) =>
    `${most}, una sola vez por cada pago con ${days === 1 ? '1 día' : `${days} días`} de atraso o más`,
  noLateFee: 'no se cobra ningún cargo por atraso',
  shareOfUnpaid: (percent) => `el ${percent}% de la renta sin pagar`,
  lesser: (parts) => `la cantidad menor entre ${parts.join(' y ')}`,
  greater: (parts) => `la cantidad mayor entre ${parts.join(' y ')}`,
  whereUnpaid: (fee, upTo) => `${fee} si quedan sin pagar ${upTo} o menos`,
  otherwise: (fee) => `${fee} en los demás casos`,
  perMissedPayment: (fee) => `${fee} por cada pago omitido`,
  withinDays: (days) => `dentro de los ${days} días siguientes al día de su vencimiento`,
  daysOrHalfPeriod: (days) =>
    `hasta ${days} días o medio período de pago después del día de su vencimiento, lo que sea más tarde`,
  untilPayment: (count) =>
    `hasta el día en que venza el ${['', 'primer', 'segundo', 'tercer'][count] ?? `${count}.º`} pago posterior`,
  statute: (place, prices) => `La ley de ${place} fija un precio propio: ${prices}. Usted paga el menor de los dos. `,
  afterwards: (price) => `después, ${price}`,
  cashPriceThrough: (day, premium) =>
    `hasta el ${day}, el precio de contado${premium === null ? '' : ` más el ${premium}% de este`} menos la renta que usted ha pagado`,
  shareOfRest: (percent, pastDueInFull) =>
    pastDueInFull
      ? `la renta vencida y el ${percent}% de la renta por vencer`
      : `el ${percent}% de toda la renta que aún no se ha pagado`,
  cashByPayments: (atLeastOne) =>
    `la renta vencida y la parte del precio de contado que los pagos por vencer representan de todos los pagos${atLeastOne ? ', al menos un pago' : ''}`,
  cashLessShare: (percent) => `el precio de contado menos el ${percent}% de la renta que usted ha pagado`,
  cashOverTotal:
    'la renta vencida y la renta por vencer multiplicada por el precio de contado y dividida entre la renta total',
  notices: {
    CA_EPO_10_DAY:
      'California: dentro de los diez días siguientes a la firma, usted recibe un aviso por separado con el precio al que puede comprar los artículos por anticipado y el último día para hacerlo.',
    CT_NO_CHARGES:
      'Connecticut: no hay cargo por recoger los artículos, por seguro ni por terminar este contrato. Los pagos se aplican primero al vencimiento más reciente.',
    FL_DO_NOT_SIGN_BLANK:
      'Florida: no firme este contrato antes de leerlo ni si contiene espacios en blanco. Usted tiene derecho a una copia exacta del contrato que firma. Consérvela para proteger sus derechos legales.',
    GA_NO_PICK_UP_FEE:
      'Georgia: no hay cargo por recoger los artículos ni cargo por atraso aparte del cargo por rehabilitación.',
    IL_BOLD_NOTICE:
      'Illinois: los artículos no son suyos hasta que haya hecho todos los pagos o los haya comprado por anticipado. Puede devolverlos en cualquier momento y no debe más que la renta vencida hasta entonces.',
    MD_FORM:
      'Maryland: este formulario indica el costo de los servicios de arrendamiento. Antes de que alguien acuda a un tribunal por los artículos, usted recibe un aviso por escrito con quince días de anticipación.',
    NY_CANCEL_BEFORE_POSSESSION:
      'Nueva York: usted puede cancelar este contrato sin cargo en cualquier momento antes de tener los artículos.',
    NY_REVIEW_48H: 'Nueva York: si lo pide, puede tomarse hasta 48 horas para revisar este contrato antes de firmarlo.',
    NY_SIGNED_COPY:
      'Nueva York: este contrato no puede exigirse en su contra hasta que usted haya recibido una copia firmada.',
    SIGN_BELOW_DISCLOSURES: 'Todo lo que este contrato informa está por encima de su firma.',
  },
};
