import type { PanelTexts } from './panels-en.ts';

/** The longer texts that open over a screen, in Spanish. */
export const panelsEs: PanelTexts = {
  help: {
    title: 'Ayuda',
    parts: [
      {
        heading: '¿Cómo funciona el alquiler con opción a compra?',
        text: [
          'Usted elige artículos en la tienda. Nosotros los compramos y se los arrendamos. Usted hace pagos regulares y usa los artículos desde el día en que llegan.',
          'Son suyos después del último pago, o antes si los compra por anticipado. También puede devolverlos en cualquier momento y no debe nada por el tiempo posterior.',
        ],
      },
      {
        heading: '¿Cuánto cuesta?',
        text: [
          'Antes de firmar usted ve juntos el pago, el número de pagos, el precio de contado y el total de los pagos. El total es mayor que el precio de contado: la diferencia paga los servicios de arrendamiento.',
        ],
      },
      {
        heading: '¿Por qué piden mi SSN o ITIN y mi cuenta bancaria?',
        text: [
          'Con el número comprobamos que usted es usted y decidimos sobre su solicitud. De la cuenta salen sus pagos; antes de decidir podemos preguntar por ella a su banco o a una agencia. Los dos se guardan con cifrado y nadie ve más que los últimos cuatro dígitos.',
        ],
      },
      {
        heading: '¿Puedo detenerme y volver?',
        text: [
          'Sí. Cierre la ventana en cualquier momento. Presione otra vez el botón de pago en el mismo dispositivo y continúa donde se quedó.',
        ],
      },
      {
        heading: '¿Y si no me aprueban?',
        text: [
          'Recibe por escrito las razones principales y sus derechos. No se cobra nada y su carrito queda como está.',
        ],
      },
    ],
  },
  terms: {
    title: 'Términos de uso',
    parts: [
      {
        heading: 'Para qué sirve esta ventana',
        text: [
          'La usa para solicitar un arrendamiento, para leer y firmar su contrato y para hacer el primer pago. Solo el contrato que usted firma determina lo que paga.',
        ],
      },
      {
        heading: 'Lo que usted nos dice',
        text: [
          'Dé respuestas verdaderas y completas sobre usted, por favor. Haga la solicitud en su propio nombre y con su propia cuenta.',
        ],
      },
      {
        heading: 'Documentos electrónicos',
        text: [
          'Puede tener cada documento en papel, gratis. Puede retirar en cualquier momento su consentimiento a los documentos electrónicos; lo que firmó antes sigue siendo válido.',
        ],
      },
      {
        heading: 'Sus derechos',
        text: ['Nada de esto le quita un derecho que la ley de su estado le da.'],
      },
    ],
  },
  privacy: {
    title: 'Aviso de privacidad',
    parts: [
      {
        heading: 'Qué recopilamos',
        text: [
          'Lo que usted escribe aquí, el pedido que nos envía la tienda, las respuestas de las agencias y del banco a los que nos permite preguntar y datos técnicos, como la dirección de su dispositivo.',
        ],
      },
      {
        heading: 'Para qué',
        text: [
          'Para comprobar quién es usted, para decidir, para hacer y cumplir su contrato, para recibir pagos y para hacer lo que la ley nos pide. No vendemos sus datos.',
        ],
      },
      {
        heading: 'Quién los ve',
        text: [
          'La tienda ve su nombre, su dirección de entrega y su pedido. Su SSN o ITIN, sus ingresos y su cuenta nunca se muestran a una tienda.',
        ],
      },
      {
        heading: 'Cuánto tiempo, y qué puede pedir',
        text: [
          'Conservamos los contratos durante el tiempo que fija la ley y borramos pronto los números delicados de las solicitudes no aprobadas. Puede pedir una copia, una corrección o que borremos sus datos donde la ley lo permite.',
        ],
      },
    ],
  },
  accessibility: {
    title: 'Accesibilidad',
    parts: [
      {
        heading: 'Hecho para todos',
        text: [
          'Cada pantalla funciona solo con el teclado y con un lector de pantalla, con un zoom de 200 %, en un teléfono, en la oscuridad y sin movimiento.',
        ],
      },
      {
        heading: 'Teclas',
        text: [
          'Tab y Shift Tab avanzan y retroceden. La barra espaciadora marca. Enter continúa. Escape vuelve de un texto o pregunta si quiere cerrar.',
        ],
      },
      {
        heading: '¿Algo no le funciona?',
        text: ['Díganoslo, por favor. Una persona le ayuda con la solicitud, por teléfono si lo prefiere.'],
      },
    ],
  },
  permission: {
    title: 'Permiso para obtener informes',
    parts: [
      {
        heading: 'Qué permite',
        text: [
          'Usted nos pide un arrendamiento. Para eso nos permite obtener informes sobre usted de agencias de informes del consumidor, de servicios de identidad y de agencias que conocen cuentas bancarias, y preguntar a su banco sobre la cuenta que nos da, una vez para esta solicitud y otra vez mientras tenga un arrendamiento abierto con nosotros.',
        ],
      },
      {
        heading: 'Qué dicen los informes',
        text: [
          'Quién es usted y dónde vive, de quién es su cuenta bancaria, cómo se ha llevado y qué pagos de sueldo llegan a ella, y otras solicitudes como esta. Los usamos para comprobar su identidad y para decidir.',
        ],
      },
      {
        heading: 'Sus derechos',
        text: [
          'Si un informe hace que no aprobemos la solicitud o que fijemos un límite menor, usted recibe un aviso que nombra a la agencia. Puede tener su informe gratis en un plazo de 60 días y disputar lo que esté mal en él.',
        ],
      },
    ],
  },
};
