import { consentTexts } from '#contract/modal/consents.ts';
import type { LaterTexts } from './later-en.ts';

/** The words of every screen after the first, in Spanish. */
export const laterEs: LaterTexts = {
  password: {
    title: 'Qué gusto verle otra vez',
    lead: 'Con su contraseña continúa donde se quedó.',
    label: 'Contraseña',
    missing: 'Escriba su contraseña.',
    code: 'Usar un código de un solo uso',
  },

  passcode: {
    title: 'Reciba un código de un solo uso',
    lead: 'En lugar de una contraseña. ¿Adónde lo enviamos?',
    email: (address) => `Por correo electrónico a ${address}`,
    sms: (last4) => `Por mensaje de texto al número que termina en ${last4}`,
    send: 'Enviar el código',
    enterTitle: 'Escriba su código',
    enterLead: 'Le enviamos seis dígitos. Sirven durante cinco minutos.',
    label: 'Código de un solo uso',
    another: '¿No llegó? Enviar otro',
    password: 'Usar mi contraseña',
    wrong: 'El código tiene seis dígitos.',
  },

  profile: {
    title: 'Díganos quién es usted',
    lead: 'Como aparece en sus documentos. Entregamos en esta dirección.',
    firstName: 'Nombre',
    lastName: 'Apellido',
    mobile: 'Teléfono celular',
    mobileHint: 'Le enviamos un código cuando firme.',
    street: 'Calle y número',
    streetHint: 'Donde vive. No un apartado postal.',
    suggestions: 'Como lo escribe el correo',
    byHand: 'Dejarlo como lo escribí',
    suggested: (count) => (count === 1 ? 'Hay 1 sugerencia.' : `Hay ${count} sugerencias.`),
    otherState: (zip, state) => `${zip} queda en ${state}`,
    otherStateLead: 'Revise otra vez el código postal y el estado.',
    takeState: (state) => `Cambiar el estado a ${state}`,
    keepState: 'Está bien así',
    unit: 'Apartamento o unidad',
    city: 'Ciudad',
    state: 'Estado',
    postalCode: 'Código postal',
    password: 'Elija una contraseña',
    passwordHint: (length) => `Al menos ${length} caracteres.`,
    marketing: (brand) => `${brand} puede escribirme sobre ofertas.`,
    marketingTag: 'Opcional. No cambia nada en la decisión.',
    wrong: {
      firstName: 'Escriba su nombre. Puede usar letras, espacios, guiones, apóstrofos y puntos.',
      lastName: 'Escriba su apellido. Puede usar letras, espacios, guiones, apóstrofos y puntos.',
      mobilePhone: 'Escriba un número celular de EE. UU. de diez dígitos.',
      street1: 'Escriba la calle y el número.',
      poBox: 'No podemos entregar en un apartado postal. Escriba una dirección con calle.',
      city: 'Escriba la ciudad.',
      state: 'Elija el estado.',
      postalCode: 'El código postal tiene cinco dígitos.',
      password: (length) => `Elija una contraseña de al menos ${length} caracteres.`,
    },
  },

  personal: {
    title: 'Algunos datos sobre usted',
    lead: 'Con ellos comprobamos quién es y fijamos un límite que usted pueda pagar.',
    dateOfBirth: 'Fecha de nacimiento',
    dateHint: 'Mes, día, año',
    datePlaceholder: 'MM / DD / AAAA',
    identity: 'SSN o ITIN',
    identityHint: 'Nueve dígitos, guardados con cifrado. Después de esta pantalla solo se muestran los últimos cuatro.',
    identityOnFile: (last4) => `Ya lo tenemos, termina en ${last4}. Déjelo vacío para conservarlo.`,
    income: 'Ingreso mensual antes de impuestos',
    frequency: '¿Cada cuánto le pagan?',
    nextPayDate: 'Próximo día de pago',
    employer: 'Empleador',
    inquiry: (brand) => consentTexts.es.application.text.replace('{brand}', brand),
    permission: 'Permiso para obtener informes',
    privacyNotice: 'Aviso de privacidad',
    contact: (brand, phone) => consentTexts.es.contact.text.replace('{brand}', brand).replace('{phone}', phone),
    contactTag: 'Opcional. No cambia nada en la decisión.',
    first: {
      title: 'Quién más puede mirarla, antes que nosotros',
      lead: (brand) =>
        `Opcional. A quien usted marque verá esta solicitud antes de que ${brand} decida, uno después de otro. Si alguno la aprueba, usted sigue allí y no con nosotros. Si no, o si no marca a nadie, ${brand} decide por su cuenta.`,
      agree: (brand, name) => consentTexts.es.lender.text.replaceAll('{brand}', brand).replaceAll('{lender}', name),
      notice: (name) => `Qué hace ${name} con ella`,
    },
    names: { inquiryConsent: 'su permiso' },
    wrong: {
      dateOfBirth: 'Escriba la fecha de nacimiento como mes, día y año; por ejemplo, 04 / 17 / 1990.',
      notADay: 'Este día no está en el calendario. Revise el día y el mes.',
      tooYoung: 'Debe tener al menos 18 años para arrendar.',
      ssn: 'Un SSN o ITIN tiene nueve dígitos.',
      notIssued: 'Este número nunca se emitió. Revíselo una vez más.',
      monthlyIncome: 'Escriba su ingreso mensual en dólares; por ejemplo, 3,150.00.',
      payFrequency: 'Elija cada cuánto le pagan.',
      nextPayDate: 'Escriba su próximo día de pago como mes, día y año.',
      payDatePast: 'Este día ya pasó. Escriba el próximo.',
      payDateFar: 'El próximo día de pago está dentro de los próximos 35 días.',
      inquiryConsent: 'No podemos decidir sin esto. Primero léalo y después márquelo.',
    },
  },

  bank: {
    title: 'Sus pagos saldrán de esta cuenta',
    picture:
      'En la parte de abajo de un cheque: los primeros nueve dígitos son el número de ruta, el grupo que sigue es el número de cuenta',
    routing: 'Número de ruta',
    account: 'Número de cuenta',
    accountAgain: 'Número de cuenta otra vez',
    onFile: (last4) => `Ya la tenemos, termina en ${last4}. Deje los dos vacíos para conservarla.`,
    type: 'Tipo de cuenta',
    types: { checking: 'De cheques', savings: 'De ahorros' },
    nothingYet: 'Con esto no se debita nada',
    nothingYetLead:
      'Antes de su primer pago usted lee la autorización de débito, un texto aparte, y decide sobre ella.',
    submit: 'Ver mi respuesta',
    wrong: {
      format: 'Un número de ruta tiene nueve dígitos.',
      prefix: 'Ningún banco tiene un número de ruta que empiece así. Revíselo una vez más.',
      checksum: 'Uno de estos dígitos no es correcto. Revíselos una vez más.',
      blocked: 'No podemos recibir pagos de este banco. Use otra cuenta, por favor.',
      accountNumber: 'Un número de cuenta tiene de 4 a 17 dígitos.',
      accountNumberAgain: 'Los dos números de cuenta no son iguales.',
      accountType: 'Elija el tipo de cuenta.',
    },
  },

  waiting: {
    title: 'Estamos leyendo su solicitud',
    lead: 'Casi siempre toma menos de veinte segundos.',
    identity: 'Identidad',
    identityLead: 'Comparada con lo que usted nos dijo',
    bank: 'Cuenta bancaria',
    bankLead: (bank, type, last4) => `${bank}${type.toLowerCase()}, termina en ${last4}`,
    limit: 'Su límite',
    limitLead: 'En eso estamos ahora',
    mayClose: 'Puede cerrar esta ventana',
    mayCloseLead: (email, store) =>
      `Seguimos trabajando y escribimos a ${email} cuando haya una respuesta. Su carrito en ${store} queda como está.`,
  },

  decision: {
    approved: 'Aprobado',
    title: (name) => `${name}, puede arrendar hasta`,
    lead: 'Está bien usar menos.',
    available: (amount) => `Hoy tiene libres ${amount}.`,
    ifAll: 'Si lo usara todo',
    eachWeek: (count) => (count ? `Cada semana, ${count} pagos` : 'Cada semana'),
    cashPrice: 'Precio de contado',
    total: 'Total de los pagos',
    next: 'Qué sigue ahora',
    review: 'Revise su pedido',
    reviewLead: 'Usted ve cuánto cuesta, todas las cifras juntas.',
    sign: 'Lea el contrato y firme',
    signLead: 'Antes de eso no se cobra nada.',
    pay: { signing: 'Primer pago y después la entrega', shipment: 'Primer pago con el envío' },
    payLead: {
      signing: (amount) => `${amount} hoy. El siguiente vence después de la entrega.`,
      shipment: (amount) => `${amount} cuando salga de la tienda. El siguiente vence después de la entrega.`,
    },
    payLeadPlain: 'El siguiente vence después de la entrega.',
    go: 'Revisar mi pedido',
    add: 'Volver a la tienda y agregar algo',

    elsewhere: {
      title: (name) => `Usted sigue con ${name}`,
      lead: (name, brand) =>
        `${name} miró primero su solicitud, como usted permitió, y la aprobó. ${brand} no hace ningún contrato con usted y no se cobró nada.`,
      upTo: 'Aprobado allí, hasta',
      next: 'Qué sigue',
      there: (name) => `${name} continúa desde aquí`,
      thereLead: (host) =>
        `Se abre una página suya, en ${host}. Lo que cuesta allí es entre usted y ellos: léalo antes de aceptarlo.`,
      bag: 'Su bolsa espera',
      bagLead: (store) => `Lo que eligió en ${store} sigue como está.`,
      go: (name) => `Seguir con ${name}`,
    },

    deniedTitle: 'Esta vez no podemos ofrecerle un arrendamiento',
    deniedLead: (name, store) =>
      `Gracias por preguntarnos${name && `, ${name}`}. No se hizo ningún arrendamiento, no se cobró nada y su carrito en ${store} sigue ahí.`,
    reasons: 'Las razones principales',
    rights: 'Sus derechos',
    rightList: [
      {
        title: 'Ver qué se informó sobre usted',
        text: 'Gratis, durante 60 días, en cualquier agencia que nombre el aviso. Ninguna tomó esta decisión ni puede explicarla.',
      },
      {
        title: 'Corregir lo que está mal',
        text: 'Puede disputar todo lo que sea inexacto con la agencia que lo informó.',
      },
    ],
    ask: 'Preguntarnos',
    notice: 'El aviso completo',
    noticeSent: (email) => `Lo enviamos a ${email}.`,
    noticeRead: 'Leerlo aquí',
    whyThisLimit: 'Por qué este límite',

    pendingTitle: 'Necesitamos un poco más de tiempo',
    pendingNote: 'Le avisamos',
    looked: {
      lead: 'Una persona revisa su solicitud. Por ahora no necesitamos nada más de usted.',
      note: (email, store) =>
        `Escribimos a ${email}, casi siempre en un día hábil. Su carrito en ${store} queda como está.`,
    },
    unanswered: {
      lead: 'Alguien a quien preguntamos por cada solicitud todavía no contesta. Volvemos a preguntar por nuestra cuenta, varias veces por hora. Por ahora no necesitamos nada más de usted.',
      note: (email, store) =>
        `Escribimos a ${email} en cuanto haya una respuesta. Su carrito en ${store} queda como está.`,
    },
  },

  review: {
    title: 'Revise cuánto cuesta',
    limit: 'Su límite',
    uses: (used, free) => `Este pedido usa ${used}. Quedan libres ${free}.`,
    plate: 'Cuánto cuesta',
    count: 'Número de pagos',
    cashPrice: 'Precio de contado',
    cashPriceTaxed: 'Precio de contado, sin impuesto',
    total: 'Total de los pagos',
    totalTaxed: 'Total de los pagos, con impuesto',
    strokes: (count) => `${count} rayas, una por cada pago, la última más corta`,
    equal: (count, payment) => `${count} pagos de ${payment}.`,
    lastOne: (count, payment, last) => `${count} pagos de ${payment} y un último de ${last}.`,
    services: (amount) => `Del total, ${amount} son por los servicios de arrendamiento.`,
    tax: (amount) => `Impuesto sobre las ventas de todos los pagos, a la tasa de hoy: ${amount}.`,
    frequency: '¿Cada cuánto quiere pagar?',
    option: (payment, count) => `${payment} × ${count}`,
    order: 'Total del pedido',
    line: (text, quantity, unit) => `${text}, ${quantity} × ${unit}`,
    shipping: 'Envío',
    discount: 'Descuento',
    delivery: 'Entrega en',
    firstPayment: {
      signing: (first, next, last) =>
        `Primer pago al firmar: ${first}. Después, del ${next} al ${last}, si la entrega es cuando está prevista.`,
      shipment: (first, next, last) =>
        `Primer pago cuando se envíe su pedido: ${first}. Después, del ${next} al ${last}, si la entrega es cuando está prevista.`,
    },
    fee: (amount) => `${amount} del primer pago son el cargo de procesamiento, con su impuesto.`,
    firstUnlike: (first) => `Un primer pago de ${first}, después`,
    early: 'Compre antes, pague menos',
    earlyLead:
      'Después de su primer pago puede comprar en cualquier momento, por menos que el total. El contrato muestra el precio de cada día. Usted decide comprar: los pagos regulares por sí solos no bastan.',
    over: (amount) => `Este pedido supera su límite por ${amount}`,
    overLead: 'Quite algo de su carrito y presione el botón otra vez. Su aprobación se mantiene.',
    under: (amount, minimum) => `A este pedido le faltan ${amount} para el mínimo de ${minimum}`,
    underLead: 'Agregue algo a su carrito y presione el botón otra vez. Su aprobación se mantiene.',
    closed: {
      place: {
        title: 'Por ahora no arrendamos a esta dirección',
        lead: 'Lo que eligió todavía se puede comprar en la tienda de otra manera. Su carrito queda como está.',
      },
      price: {
        title: 'Este pedido no se puede arrendar a su precio',
        lead: 'La ley del lugar de la entrega no deja espacio para un arrendamiento a este precio. Todavía se puede comprar en la tienda de otra manera. Su carrito queda como está.',
      },
      hold: {
        title: 'Por ahora no puede arrendar más',
        lead: 'Pregúntenos por qué: encuentra la ayuda arriba. Su carrito queda como está.',
      },
      approval: {
        title: 'Su aprobación terminó',
        lead: 'Cierre esta ventana y presione otra vez el botón de pago: allí puede hacer una nueva solicitud. Su carrito queda como está.',
      },
      limit: {
        title: 'Todo su límite está en uso',
        lead: 'Queda libre otra vez cuando un arrendamiento suyo se paga por completo o termina. Hasta entonces no ayuda un carrito más pequeño; este queda como está.',
      },
    },
    notLeased: (articles) => `Esto no se puede arrendar: ${articles}`,
    notLeasedLead:
      'No arrendamos cosas de este tipo. Quítelo de su carrito y presione el botón otra vez. Su aprobación se mantiene.',
    tooLittle: (free, minimum) => `Quedan libres ${free} de su límite, y un arrendamiento empieza en ${minimum}`,
    go: 'Continuar al contrato',
    store: 'Volver a la tienda',
    change: 'Cambiar el carrito',
  },

  agreement: {
    title: 'Léalo y después firme',
    region: 'El contrato',
    download: 'Descargar en PDF',
    byMail: (email) => `En cuanto firme, su copia va a ${email}, con el PDF. Esta tableta no guarda ninguna.`,
    print: 'Imprimir',
    fileName: (lease) => `contrato-${lease}.pdf`,
    early:
      'Vi cuánto cuesta comprar antes, por ejemplo en estos días. Yo decido comprar: mis pagos regulares por sí solos no bastan.',
    earlyRow: (on) => `El ${on}`,
    yours: 'Su firma',
    eRecords: 'Acepto recibir este contrato por medios electrónicos, y pude abrirlo.',
    eRecordsCode: 'Código de acceso, en la parte de arriba del contrato',
    total: (total, count, cash) =>
      `Entiendo que pago ${total} en total si hago los ${count} pagos. El precio de contado es de ${cash}.`,
    name: 'Escriba su nombre completo para firmar',
    nameHint: (name) => `Como en el contrato: ${name}`,
    byHand: (email) => `Vale lo mismo que firmar a mano. Enseguida se envía una copia a ${email}.`,
    fingerprint: 'Huella de este documento (SHA-256):',
    sendCode: 'Enviarme un código',
    sendAnother: 'Enviar otro código',
    codeWhy: 'Un código comprueba que es usted quien firma.',
    codeSent: 'El código va en camino.',
    code: 'Código de un solo uso',
    next: {
      signing: (amount) => `Sigue su primer pago, ${amount}. Antes de eso no se cobra nada.`,
      shipment: (amount) =>
        `Sigue su permiso para el primer pago, ${amount}. No se cobra nada antes de que se envíe su pedido.`,
    },
    sign: 'Firmar el contrato',
    names: {
      eRecordsConsent: 'los documentos electrónicos',
      totalAcknowledged: 'el total',
      earlyPurchaseAcknowledged: 'la compra anticipada',
    },
    wrong: {
      eRecordsConsent: 'Márquelo si acepta los documentos electrónicos.',
      eRecordsCode: 'Escriba el código de acceso que está en la parte de arriba del contrato.',
      totalAcknowledged: 'Márquelo cuando haya visto el total.',
      earlyPurchaseAcknowledged: 'Márquelo cuando haya visto cuánto cuesta comprar antes.',
      typedName: 'Escriba su nombre y apellido como están en el contrato.',
      oneTimeCode: 'Escriba los seis dígitos que le enviamos.',
    },
  },

  payment: {
    title: 'Su primer pago',
    lead: {
      signing: 'Con él empieza su contrato. Después sigue la entrega.',
      shipment: 'Con su permiso empieza su contrato. Se cobra cuando se envíe su pedido, y no antes.',
    },
    amount: { signing: 'Se paga hoy', shipment: 'Se paga cuando se envíe su pedido' },
    from: 'Desde',
    account: (bank, last4) => `${bank}, termina en ${last4}`,
    accountOnly: (last4) => `Cuenta que termina en ${last4}`,
    card: (brand, last4) => `${brand}, termina en ${last4}`,
    useCard: 'Pagar con tarjeta',
    anotherCard: 'Usar otra tarjeta',
    useAccount: 'Pagar desde mi cuenta bancaria',
    cardTitle: 'Su tarjeta',
    cardLead: 'Solo para el primer pago. Usted decide sobre él en la pantalla siguiente.',
    keepAccount: 'Volver sin esta tarjeta',
    byAccount: {
      authorize: {
        signing: (company, amount) =>
          `Autorizo a ${company} a debitar esta cuenta por mi primer pago de ${amount} y por los pagos que describe la autorización de débito de arriba.`,
        shipment: (company, amount) =>
          `Autorizo a ${company} a debitar esta cuenta por mi primer pago de ${amount} cuando se envíe mi pedido, y por los pagos que describe la autorización de débito de arriba.`,
      },
      paper: 'Autorización de débito',
      missing: 'Solo podemos debitar su cuenta con su permiso. Léalo y después márquelo.',
      name: 'la autorización de débito',
      refusedLead: 'El banco lo rechazó: no se firmó nada y no se cobró nada. Puede intentarlo otra vez.',
    },
    byCard: {
      authorize: {
        signing: (company, amount) =>
          `Autorizo a ${company} a cobrar a esta tarjeta una sola vez, ${amount}, por mi primer pago.`,
        shipment: (company, amount) =>
          `Autorizo a ${company} a retener ahora ${amount} en esta tarjeta y a cobrarlos una sola vez, cuando se envíe mi pedido, por mi primer pago.`,
      },
      paper: 'Autorización de cobro a la tarjeta',
      missing: 'Solo podemos cobrar a su tarjeta con su permiso. Léalo y después márquelo.',
      name: 'la autorización de cobro',
      refusedLead: 'La tarjeta fue rechazada: no se firmó nada y no se cobró nada. Puede intentarlo otra vez.',
    },
    pay: {
      signing: (amount) => `Pagar ${amount}`,
      shipment: (amount) => `Permitir ${amount}, se cobra con el envío`,
    },
    refused: 'El pago no se realizó',
    another: 'Usar otra cuenta',
  },

  done: {
    pill: { signing: 'Firmado y pagado', shipment: 'Firmado' },
    title: 'Listo. Su pedido va en camino a la tienda',
    lead: (store) => `${store} ya lo sabe y prepara su entrega.`,
    strokes: { signing: 'Un pago hecho', shipment: 'Todavía ningún pago hecho' },
    paid: { signing: 'Pagado hoy', shipment: 'Primer pago, cuando se envíe su pedido' },
    nextPayment: (on) => `Próximo pago, ${on}`,
    copy: 'Su copia está en su correo',
    copyLead: {
      signing: (lease) =>
        `El contrato ${lease} y el recibo. ¿Cambió de opinión? Puede cancelar gratis hasta la entrega y devolver los artículos en cualquier momento después.`,
      shipment: (lease) =>
        `El contrato ${lease}. ¿Cambió de opinión? Puede cancelar gratis hasta la entrega y devolver los artículos en cualquier momento después.`,
    },
    telling: (store) => `${store} está confirmando su pedido.`,
    unheard: (store) => `${store} todavía no confirma`,
    unheardLead: (store) =>
      `Su arrendamiento está firmado y seguro. Se lo decimos otra vez a ${store} la próxima vez que abra esta ventana.`,
    closes: (seconds) => `Esta ventana se cierra sola en ${seconds} segundos.`,
    keep: 'Mantenerla abierta',
    hosted: (store) => `${store} ya lo ve. Puede salir de esta página.`,
    next: 'Qué sigue ahora',
    nextSteps: {
      signing: (store) => [
        {
          title: `${store} confirma su pedido`,
          text: 'Si no lo hace, su pago se le devuelve sin que tenga que pedirlo.',
        },
        { title: 'Se entrega', text: 'Su arrendamiento empieza ese día.' },
      ],
      shipment: (store) => [
        { title: `${store} envía su pedido`, text: 'Su primer pago se cobra entonces, y no antes.' },
        { title: 'Se entrega', text: 'Su arrendamiento empieza ese día.' },
      ],
    },
  },
};
