import type { AccountTexts } from './account-en.ts';

/** The words around passwords and the customer's own account, in Spanish. */
export const accountEs: AccountTexts = {
  who: { account: 'Su cuenta' },

  forgot: {
    link: '¿Olvidó su contraseña?',
    title: 'Elija una contraseña nueva',
    lead: 'Un código comprueba que es usted. ¿Adónde lo enviamos?',
  },
  resetCode: {
    title: 'Escriba su código',
    lead: 'Le enviamos seis dígitos. Sirven durante cinco minutos.',
    another: '¿No llegó? Elegir otra manera',
  },
  newPassword: {
    title: 'Su contraseña nueva',
    lead: 'La anterior deja de servir y se cierra la sesión en todos los demás dispositivos.',
    label: 'Contraseña nueva',
    rulesLabel: 'Cómo debe ser',
    rules: {
      length: (length) => `Al menos ${length} caracteres`,
      notTheAddress: 'No su correo electrónico',
    },
    met: '(listo)',
    notMet: '(todavía no)',
    tooShort: (length) => `Elija una contraseña de al menos ${length} caracteres.`,
    isTheAddress: 'Su correo electrónico no sirve como contraseña.',
    save: 'Guardar la contraseña',
  },
  passwordChanged: {
    title: 'Su contraseña cambió',
    lead: 'Aquí ya entró con la nueva.',
    devices: 'Se cerró la sesión en todos los demás dispositivos',
    devicesLead: 'La contraseña anterior ya no sirve en ninguna parte.',
    mail: 'Le escribimos',
    mailLead: (email) => `Enviamos un aviso del cambio a ${email}.`,
  },

  questions: {
    title: 'Cinco preguntas sobre usted',
    lead: 'Nos ayudan a comprobar que es usted quien presenta la solicitud. Nadie más debería saber las respuestas.',
    againTitle: 'Intentemos una vez más',
    againLead: {
      failed: 'Esas respuestas no coinciden con lo que está registrado. Hay otras preguntas.',
      expired: 'El tiempo se acabó antes de que llegaran sus respuestas. Hay otras preguntas.',
    },
    facts: [
      {
        title: 'Tiene cinco minutos',
        text: 'El tiempo empieza cuando presiona el botón. Sigue corriendo si cierra esta ventana.',
      },
      {
        title: 'Sus respuestas se envían una sola vez',
        text: 'Elija una respuesta para cada pregunta y después envíelas todas juntas.',
      },
      {
        title: '“Ninguna de las anteriores” puede ser la correcta',
        text: 'Algunas preguntas son sobre cosas que usted nunca tuvo.',
      },
    ],
    lastTime: 'Si no resulta',
    lastTimeLead: 'Su solicitud no se pierde: en ese caso le pedimos documentos.',
    begin: 'Mostrarme las preguntas',
    beginAgain: 'Mostrarme otras preguntas',
    askTitle: 'Sus cinco preguntas',
    askLead: 'Elija una respuesta para cada una. Sus respuestas se envían una sola vez, todas juntas.',
    of: (at, of) => `${at} de ${of}`,
    number: (at) => `pregunta ${at}`,
    missing: 'Elija una respuesta.',
    send: 'Enviar mis respuestas',
    timeLeft: (seconds) => `Quedan ${inWords(seconds)}`,
  },
  documents: {
    title: 'Un paso más: muéstrenos que es usted',
    lead: 'No pudimos comprobarlo con lo que nos dijo. Eso ocurre, y no es una decisión sobre su solicitud.',
    accepted: 'Cada uno es una foto (JPEG o PNG) o un PDF de hasta 8 MB. Todo se puede leer y no falta ningún borde.',
    kinds: {
      id_front: {
        name: 'Identificación con foto, frente',
        hint: 'Una licencia de conducir, una tarjeta de identificación o la página con foto de un pasaporte.',
      },
      id_back: {
        name: 'Identificación con foto, reverso',
        hint: 'Si la suya tiene reverso. Un pasaporte no lo tiene.',
      },
      address: {
        name: 'Comprobante de domicilio',
        hint: 'Una factura o un estado de cuenta bancario de los últimos 60 días, con su nombre y su dirección.',
      },
    },
    optional: 'opcional',
    photo: 'Tomar una foto',
    file: 'Elegir un archivo',
    replace: 'Cambiar',
    remove: 'Quitar',
    reading: 'Leyendo el archivo…',
    sending: (size) => `Enviando, ${size}…`,
    added: (type, size) => `Agregado: ${type}, ${size}`,
    wrong: {
      type: 'Esto no es una foto (JPEG o PNG) ni un PDF. Elija otro archivo.',
      tooLarge: 'Este archivo pesa más de 8 MB. Elija uno más pequeño.',
      unreadable: 'Este archivo no se puede leer en este dispositivo. Elija otro.',
      notSent: 'No se pudo enviar. Revise su conexión e inténtelo otra vez.',
    },
    missing: {
      id_front: 'Agregue el frente de su identificación con foto.',
      address: 'Agregue su comprobante de domicilio.',
    },
    privacy:
      'Se guardan cifrados y se abren solo para comprobar que es usted. No envíe documentos por correo electrónico.',
    otherDevice: (email) =>
      `¿No hay cámara aquí? El mensaje a ${email} tiene un enlace que abre esta página en su teléfono.`,
    handIn: 'Entregar mis documentos',
    next: 'Qué sigue ahora',
    steps: (email, store) => [
      {
        title: 'Los revisamos',
        text: `Si se pueden comprobar en el momento, su respuesta aparece aquí. Si no, los revisa una persona y escribimos a ${email}, casi siempre en un día hábil.`,
      },
      {
        title: 'Tiene 30 días',
        text: 'Lo que agrega se conserva hasta que lo entregue, también en otro dispositivo.',
      },
      {
        title: 'Después sigue',
        text: `Presione otra vez el botón de pago en ${store}. Lo que escribió se conserva.`,
      },
    ],
    handedIn: {
      title: 'Tenemos sus documentos',
      lead: 'Una persona los revisa. Por ahora no necesitamos nada más de usted.',
      what: 'Lo que entregó',
      line: (type, size, day) => `${type}, ${size}, agregado el ${day}`,
      steps: (email, store) => [
        { title: 'Una persona los revisa', text: 'Casi siempre en un día hábil.' },
        { title: 'Le escribimos', text: `La respuesta llega a ${email}. También puede abrir esta página otra vez.` },
        {
          title: 'Después sigue',
          text: `Presione otra vez el botón de pago en ${store}. Lo que escribió se conserva.`,
        },
      ],
    },
  },

  account: {
    title: 'Su cuenta',
    devices: 'Dónde tiene la sesión abierta',
    device: (name) => name.replace(/^A browser/, 'Un navegador').replace(' on ', ' en '),
    thisDevice: 'Este dispositivo',
    since: (when) => `Desde el ${when}`,
    everywhere: 'Cerrar la sesión en todas partes',
    everywhereLead: 'También en este dispositivo. Su carrito y su solicitud quedan como están.',
    elsewhere: 'Continuar en otro dispositivo',
    elsewhereLead: 'Abra un enlace allí, inicie la sesión y siga donde se quedó.',
    byCode: 'Mostrar un código para la cámara de mi teléfono',
    code: {
      title: 'Apunte la cámara de su teléfono al código',
      picture: 'Código con el enlace para la cámara de su teléfono',
    },
    oneDevice: 'El enlace sirve en el primer dispositivo que lo abre.',
    byEmail: 'Enviarme el enlace por correo electrónico',
    bySms: (last4) => `Enviarlo por mensaje de texto al número que termina en ${last4}`,
    onItsWay: 'El enlace va en camino',
    address: 'Lleva aquí:',
    password: 'Cambie su contraseña',
    choose: 'Elija una contraseña',
    current: 'Contraseña actual',
    missing: 'Escriba su contraseña actual.',
    change: 'Cambiar la contraseña',
    changed: 'Su contraseña cambió',
    changedLead: 'Se cerró la sesión en todos los demás dispositivos.',
  },
};

function inWords(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  const parts = [
    ...(minutes > 0 ? [minutes === 1 ? '1 minuto' : `${minutes} minutos`] : []),
    ...(rest > 0 || minutes === 0 ? [rest === 1 ? '1 segundo' : `${rest} segundos`] : []),
  ];
  return parts.join(' ');
}
