import { reasonText } from '#core/application/reason-text.ts';
import { longDay } from '#core/calendar/day-text.ts';
import { dollars } from '#core/money/dollars.ts';
import type { NoticeWords } from './notice.ts';

/** Every word of a notice in Spanish. The statutes keep their English names beside the Spanish ones, as in the courts' own texts. */
export const noticeEs: NoticeWords = {
  reason: (code) => reasonText(code, 'es'),
  subject: {
    declined: (brand) => `Sobre su solicitud en ${brand}`,
    lower_limit: (brand) => `Sobre el límite que le dimos en ${brand}`,
    revoked: (brand) => `Su aprobación en ${brand} terminó`,
  },
  hello: (name) => `Hola, ${name}:`,
  action: {
    declined: ({ decidedOn }) =>
      `Gracias por su solicitud. El ${longDay(decidedOn, 'es')} tomamos una decisión: hoy no podemos ofrecerle un arrendamiento.`,
    lower_limit: ({ decidedOn, limit, requested }) =>
      requested === null
        ? `El ${longDay(decidedOn, 'es')} aprobamos su solicitud para artículos de hasta ${dollars(limit)}. Es menos de lo que habríamos podido aprobar.`
        : `El ${longDay(decidedOn, 'es')} aprobamos su solicitud para artículos de hasta ${dollars(limit)}. Usted había pedido ${dollars(requested)}.`,
    revoked: ({ decidedOn }) =>
      `El ${longDay(decidedOn, 'es')} terminamos la aprobación que le habíamos dado. Con ella ya no puede firmar un arrendamiento nuevo. Esta decisión no cambia nada de un arrendamiento que ya firmó.`,
  },
  mainReasons: 'Las razones principales:',
  agency: ({ name, address, phone }) =>
    `Nuestra decisión se basó, en todo o en parte, en la información de un informe de esta agencia de informes del consumidor:\n${name}\n${address}\n${phone}\nLa agencia no tomó esta decisión y no puede explicarle por qué se tomó.`,
  reportRights:
    'Según la ley federal Fair Credit Reporting Act, usted tiene derecho a saber qué hay en su expediente de cualquier agencia nombrada arriba. Tiene derecho a una copia gratuita de su informe si se la pide dentro de los 60 días después de recibir este aviso. Si algo en un informe está incompleto o equivocado, tiene derecho a disputarlo ante la agencia de la que viene.',
  score: ({ value, min, max, on, provider }) =>
    `En esta decisión usamos una puntuación. La suya fue de ${value} el ${longDay(on, 'es')}, en una escala de ${min} a ${max}. La calculó ${provider}. Una puntuación es un número que resulta de lo que se sabe de quien presenta la solicitud; puede cambiar cuando eso cambia.`,
  scoreFactors: 'Lo que más pesó en esta puntuación:',
  creditor: ({ company, support }) =>
    `Esta decisión la tomó:\n${company.name}\n${company.address}\nPuede preguntarnos sobre ella: ${support}.`,
  regulator: ({ name, address, phone }) =>
    `La ley federal Equal Credit Opportunity Act prohíbe discriminar a quienes presentan una solicitud por su raza, color, religión, origen nacional, sexo, estado civil o edad (siempre que la persona tenga capacidad para celebrar un contrato obligatorio); porque todo o parte de sus ingresos proviene de un programa de asistencia pública; o porque ha ejercido de buena fe algún derecho según la ley Consumer Credit Protection Act. La agencia federal que vigila el cumplimiento de esta ley en nuestro caso es:\n${name}\n${address}\n${phone}`,
  yours: ({ brand, support }) => `${brand}\n${support}`,
};
