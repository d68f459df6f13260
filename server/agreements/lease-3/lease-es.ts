import { stateName } from '#core/states/state-names.ts';
import { wordsEs } from '../words-es.ts';
import type { LeaseWords } from './lease-words.ts';
import { noticesIn } from './notices.ts';

const goods: Readonly<Record<string, string>> = {
  electronics: 'los aparatos electrónicos',
  furniture: 'los muebles',
  jewelry: 'las joyas',
  'musical instruments': 'los instrumentos musicales',
  'auto accessories': 'los accesorios para automóviles',
};

const weekdays = ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'];

export const leaseEs: LeaseWords = {
  ...wordsEs,
  place: (state) => stateName(state, 'es'),
  condition: { new: 'Nuevo', used: 'Usado o arrendado antes', refurbished: 'Reacondicionado' },
  every: (frequency, weekday, from, through) => {
    const how = {
      weekly: `Cada ${weekdays[weekday]}`,
      biweekly: `Un ${weekdays[weekday]} sí y otro no`,
      semimonthly: 'Dos veces al mes',
      monthly: 'Una vez al mes',
    }[frequency];
    return `${how}, del ${from} al ${through}`;
  },
  lateFee: (most, days) =>
    `${most}. Se cobra una sola vez por cada pago con ${days === 1 ? '1 día' : `${days} días`} de atraso o más, y nunca sobre otro cargo`,
  cashByPayments: (atLeastOne) =>
    `la renta vencida, más el precio de contado multiplicado por el número de pagos por vencer y dividido entre el número de todos los pagos${atLeastOne ? ', pero no menos de un pago' : ''}`,
  cashOverTotal:
    'la renta vencida, más la renta por vencer multiplicada por el precio de contado y dividida entre la renta total',
  notices: noticesIn('es'),
  title: 'Contrato de alquiler con opción a compra',
  head: (it) => `Contrato ${it.agreementNumber} · ${it.agreedOn} · código de acceso de este documento:`,
  numberOfPayments: 'Número de pagos',
  beforeTax: ', sin impuesto',
  short: {
    heading: 'En resumen',
    says: (it) => ({
      ownership: [
        'Esto es un arrendamiento, no una venta.',
        'Los artículos son nuestros. Serán suyos cuando haya pagado el total de los pagos o los haya comprado por anticipado.',
      ],
      pay: [
        'Lo que paga.',
        [
          it.atShipment
            ? `${it.initial.total}, autorizado al firmar, el ${it.agreedOn}, y cobrado cuando se envíe su pedido.`
            : `${it.initial.total} al firmar, el ${it.agreedOn}.`,
          it.later && `${it.later.when}: ${it.later.count} de ${it.regular}.`,
          it.lastOn && `El último pago, el ${it.lastOn}, es de ${it.last}.`,
        ]
          .filter(Boolean)
          .join(' '),
      ],
      cost: [
        'Lo que cuesta arrendar.',
        `Comprados hoy, los artículos cuestan ${it.cashPrice}. Arrendados hasta el final cuestan ${it.totalOfPayments}, es decir, ${it.costOfLease} más.${it.taxed ? ` Con el impuesto sobre las ventas de ${it.totalTax} son ${it.totalWithTax}.` : ''}`,
      ],
      stop: [
        'Puede terminar.',
        'Devuelva los artículos en cualquier momento. Debe la renta vencida hasta ese día, ningún cargo por terminar y nada después.',
      ],
      buy: [
        'Puede comprar antes por menos.',
        `Hasta el ${it.early.windowLastOn} el precio es el más bajo. Sus pagos regulares por sí solos no lo alcanzan: díganos cuándo quiere comprar.`,
      ],
      late: [
        'Si un pago se atrasa.',
        `Puede rehabilitar el arrendamiento ${it.law.kept}. No pierde nada de lo que ha pagado.`,
      ],
      free: [
        'Lo que no tiene que hacer.',
        'No tiene que asegurar los artículos ni permitirnos debitar una cuenta. El precio es el mismo sin ello.',
      ],
    }),
  },
  parties: {
    heading: 'Quiénes hacen este contrato',
    lessor: 'Arrendador (“nosotros”)',
    lessee: 'Arrendatario (“usted”)',
    merchant: 'Tienda de donde provienen los artículos',
  },
  items: {
    heading: '1. Los artículos',
    columns: ['Artículo', 'Estado'],
    shipping: (method) => `Envío, ${method}`,
    says: () => ({
      cashPrice: 'Es lo que usted pagaría por estos artículos, entregados, si los comprara hoy.',
    }),
    limit: (place, limits) =>
      `La ley de ${place} limita el precio de contado según lo que los artículos costaron antes: como máximo ${limits
        .map(({ goods: kind, times }) =>
          kind === '*'
            ? `${times} veces el costo ${limits.length === 1 ? 'de los artículos' : 'de todos los demás artículos'}`
            : `${times} veces el costo de ${goods[kind] ?? noGoods(kind)}`,
        )
        .join(', ')}.`,
  },
  pay: {
    heading: '2. Lo que usted paga',
    atSigning: ({ agreedOn, initial, atShipment }) =>
      `${atShipment ? `Autorizado al firmar, ${agreedOn}, y cobrado cuando se envíe su pedido` : `Al firmar, ${agreedOn}`}: renta ${initial.rent}, impuesto ${initial.tax}, cargo de tramitación ${initial.processingFee}, entrega $0.00`,
    last: ({ lastOn, lastParts }) => `Último pago, ${lastOn}${lastParts}`,
    of: (count, amount) => `${count} de ${amount}`,
    toOwn: (total) => `${total}: lo que usted debe pagar para adquirir la propiedad`,
    tax: 'Impuesto sobre las ventas de todos los pagos, a la tasa de hoy',
    inAll: (total) => `${total} con impuesto`,
    cost: (label) => `${label}: el total sin impuesto menos el precio de contado`,
    says: (it) => ({
      term: `El primer plazo de este arrendamiento termina con el primer período de pago. Se renueva por un período más con cada pago que usted hace, hasta ${it.count} pagos.`,
      even: it.initial.isLarger
        ? `Ningún pago posterior al ${it.atShipment ? 'primero' : 'de la firma'} es mayor que el regular.`
        : 'Ningún pago es mayor que el regular.',
      delivery: `Los días suponen la entrega el ${it.plannedDeliveryOn}. Si la entrega es posterior, sus días de pago se mueven con ella, le informamos los nuevos, y no vence renta antes de la entrega salvo el ${it.atShipment ? 'primer pago' : 'pago al firmar'}.`,
    }),
  },
  charges: {
    heading: '3. Otros cargos',
    says: ({ law, terms }) => ({
      apart: 'No forman parte del total de los pagos.',
      late: ['Pago atrasado:', `${law.lateFee}.`],
      returned: ['Pago devuelto:', `${terms.returnedPaymentFee}.`],
      reinstatement: ['Rehabilitación:', `${law.reinstatementFee}.`],
      none: 'No hay cargo por terminar el arrendamiento, por recoger los artículos ni por comprar por anticipado.',
    }),
  },
  early: {
    heading: '4. Compra anticipada',
    columns: [
      'Si compra el',
      'Renta pagada hasta entonces',
      'Precio de ese día',
      'Impuesto sobre él',
      'Renta y precio en total',
    ],
    day: (day) => `día ${day}`,
    vests: (percent) =>
      `Los artículos pasan a ser suyos, sin otro pago, en cuanto el ${percent}% de la renta que ha pagado sea tanto como el precio de contado.`,
    says: (it) => ({
      price: [
        'Después de su primer pago puede comprar los artículos en cualquier momento.',
        `El precio es: ${it.contractPrice}.`,
      ],
      statute: it.law.statute.trim(),
      bounds:
        'Se suman los cargos sin pagar y el impuesto sobre las ventas de ese precio. Nunca paga en total más renta que el total de los pagos.',
      ask: [
        'Sus pagos regulares por sí solos no alcanzan el precio anticipado: díganos cuándo quiere comprar.',
        'Si todos los pagos se han hecho a tiempo:',
      ],
    }),
  },
  termination: {
    heading: '5. Terminar el arrendamiento',
    says: ({ lessor, terms, initial }) => ({
      end: `Puede terminar este arrendamiento en cualquier momento, sin cargo, devolviendo los artículos en el estado en que los recibió, salvo el desgaste normal. Escríbanos o llámenos (${lessor.contact}) y le decimos adónde llevarlos o enviarlos.`,
      owed: 'Debe la renta vencida hasta el día de la devolución y nada por ningún período posterior. La renta que ha pagado no se reembolsa, con dos excepciones:',
      beforeDelivery: [
        'Antes de la entrega',
        'puede cancelar por cualquier motivo y le reembolsamos todo lo que pagó.',
      ],
      store: [
        `Dentro de los ${terms.storeReturnDays} días siguientes a la entrega,`,
        `cuando la tienda acepta la devolución de los artículos, calculamos de nuevo el arrendamiento como si nunca hubieran formado parte de él y le reembolsamos lo que pagó por encima del nuevo total.${initial.hasFee ? ' Cuando los acepta todos, le reembolsamos también el cargo de tramitación.' : ''}`,
      ],
    }),
  },
  reinstatement: {
    heading: '6. Rehabilitar el arrendamiento',
    twoThirds: (days) => `, o ${days} días una vez pagados dos tercios del total`,
    says: (it) => ({
      kept: `Si omite un pago y conserva los artículos, puede rehabilitar este arrendamiento ${it.law.kept} pagando la renta vencida y los cargos de la sección 3 que correspondan.`,
      returned: `Si devolvió los artículos cuando se los pedimos, tiene ${it.terms.reinstateDaysReturned} días desde la devolución${it.twoThirds}.`,
      whole:
        'No pierde ningún derecho ni nada de lo que ha pagado. Recibe los mismos artículos, u otros de la misma clase y en el mismo estado.',
    }),
  },
  loss: {
    heading: '7. Pérdida y daños',
    says: () => ({
      text: 'Usted responde por la pérdida, el robo o el daño más allá del desgaste normal mientras tiene los artículos. Por ello nunca debe más que el menor de cuatro importes sin impuesto: el valor justo de mercado, la renta por vencer, el precio de compra anticipada menos la renta vencida, que debe como renta, y el costo de la reparación. De una parte de los artículos, la renta y el precio son su parte según el precio de contado. Un artículo que no se repara sale de este arrendamiento: no vence más renta por él.',
    }),
  },
  maintenance: {
    heading: '8. Mantenimiento y garantía',
    says: () => ({
      text: 'Usted cuida los artículos en el uso diario. Si alguno deja de funcionar y usted no lo usó mal, avísenos: lo hacemos reparar o reemplazar, mediante la garantía del fabricante mientras dure y a nuestro costo después. Un reemplazo del mismo valor no cambia ninguno de sus pagos. Toda garantía del fabricante pasa a usted durante el arrendamiento y sigue siendo suya cuando los artículos son suyos.',
    }),
  },
  tax: {
    heading: '9. Impuesto',
    says: (it) => ({
      text: it.taxPaidOnPurchase
        ? `Pagamos el impuesto sobre las ventas del lugar donde usted tiene los artículos (${it.place}) cuando los compramos. No se agrega impuesto a sus pagos ni al precio de compra anticipada, tampoco más adelante.`
        : `Compramos los artículos para arrendarlos y no pagamos impuesto sobre las ventas por ellos. El impuesto sobre las ventas de cada pago se debe a la tasa del lugar donde usted tiene los artículos (${it.place}): ${it.regularTax} por un pago regular hoy, ${it.totalTax} por todos los pagos. Si la tasa cambia, el impuesto de los pagos posteriores cambia con ella. La renta nunca cambia.`,
    }),
  },
  insurance: {
    heading: '10. Seguro',
    says: () => ({
      text: 'Usted no tiene que asegurar los artículos y con este contrato no compra ningún seguro ni exención por daños.',
    }),
  },
  authorization: {
    heading: '11. Cómo paga',
    says: () => ({
      text: 'Puede pagar desde una cuenta bancaria, con una tarjeta o mediante un enlace de pago. El permiso para debitar una cuenta es un documento aparte. No es una condición de este arrendamiento, y el precio es el mismo sin él.',
    }),
  },
  rights: {
    heading: '12. Sus derechos siguen siendo suyos',
    says: ({ dateChange, renegotiation, terms }) => ({
      claims:
        'Usted puede hacer valer toda reclamación y defensa que tenga, frente a nosotros y frente a cualquiera a quien cedamos este contrato.',
      home: 'No entraremos en su casa sin su consentimiento.',
      better:
        'Si una parte de este contrato no es válida en su estado, se aplica la regla que sea mejor para usted y el resto se mantiene.',
      days: [
        'Otros días de pago.',
        `Puede mover los días de sus pagos hasta ${dateChange.days} días, como máximo ${dateChange.times} veces durante este arrendamiento. Cada pago conserva su importe, ninguno alcanza el día de otro y ninguno vence antes de lo acordado, salvo que usted lo firme. Un permiso para debitar se da entonces de nuevo.`,
      ],
      exchange: [
        'Otro artículo.',
        `Si cambia un artículo por uno del mismo valor, sus pagos siguen igual. Por uno de otro valor calculamos de nuevo el arrendamiento: antes de la entrega y dentro de los ${terms.storeReturnDays} días siguientes, como si siempre hubiera sido ese artículo; después, uno más barato reduce en proporción los pagos por venir y uno más caro agrega el arrendamiento de la diferencia. Un precio más alto requiere su firma.`,
      ],
      change: renegotiation.anyChange
        ? 'Todo cambio en los artículos, o en el número, el importe o los días de sus pagos, requiere un nuevo contrato firmado por usted.'
        : `Un cambio en la frecuencia de sus pagos, o en su pago promedio de más del ${renegotiation.percent}%, requiere un nuevo contrato firmado por usted.`,
    }),
  },
  days: 'Sus días de pago',
  notice: {
    heading: 'Aviso',
    general:
      'No firme este contrato antes de haberlo leído, ni si tiene espacios en blanco. Tiene derecho a una copia en el momento de firmar. Consérvela: protege sus derechos. Puede tomarse su tiempo y pedir a alguien de su confianza que revise el contrato antes de firmarlo.',
  },
  signature: {
    heading: 'Firma',
    forUs: (lessor) => `por nosotros: ${lessor}`,
    says: () => ({
      text: 'Al firmar tomo los artículos en arrendamiento como se describe arriba. He leído el precio de contado, el número, el importe y los días de los pagos, y el total de los pagos.',
    }),
  },
};

function noGoods(kind: string): never {
  throw new Error(`no agreement has Spanish words for the goods ${kind}`);
}
