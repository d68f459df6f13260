import type { Language } from '#core/calendar/day-text.ts';

type Notice = Readonly<Record<Language, string>>;

/**
 * The notices that the records of the places name, in both languages. Each says what its statute wants said; none
 * replaces the text that counsel confirms for the place.
 */
export const stateNotices: Readonly<Record<string, Notice>> = {
  // Cal. Civ. Code 1812.632: a notice of its own within ten days of signing, with amount and date and nothing else.
  CA_EPO_10_DAY: {
    en: 'California: within ten days of signing you receive a separate notice with the price at which you may buy the items early and the last day for it.',
    es: 'California: dentro de los diez días siguientes a la firma, usted recibe un aviso por separado con el precio al que puede comprar los artículos por anticipado y el último día para hacerlo.',
  },
  // Conn. Gen. Stat. 42-240 ff.: no charge for pick-up, insurance or termination; payments go to the newest due first.
  CT_NO_CHARGES: {
    en: 'Connecticut: there is no charge for picking the items up, for insurance or for ending this agreement. Your payment goes first to what fell due last.',
    es: 'Connecticut: no hay cargo por recoger los artículos, por seguro ni por terminar este contrato. Su pago se aplica primero a lo que venció más recientemente.',
  },
  // Fla. Stat. 559.9231–.9241: do not sign blank, keep your copy.
  FL_DO_NOT_SIGN_BLANK: {
    en: 'Florida: do not sign this agreement before you read it or if it contains any blank spaces. You are entitled to an exact copy of the agreement you sign. Keep it to protect your legal rights.',
    es: 'Florida: no firme este contrato antes de leerlo ni si contiene espacios en blanco. Usted tiene derecho a una copia exacta del contrato que firma. Consérvela para proteger sus derechos legales.',
  },
  // Ga. Code 10-1-680 ff.: no pick-up fee, no late fee but the reinstatement charge.
  GA_NO_PICK_UP_FEE: {
    en: 'Georgia: there is no charge for picking the items up and no late fee beside the reinstatement charge.',
    es: 'Georgia: no hay cargo por recoger los artículos ni cargo por atraso aparte del cargo por rehabilitación.',
  },
  // 815 ILCS 655: ten points, bold.
  IL_BOLD_NOTICE: {
    en: 'Illinois: you do not own the items until you have made all payments or have bought them early. You may return them at any time and owe nothing more than the rent due until then.',
    es: 'Illinois: los artículos no son suyos hasta que haya hecho todos los pagos o los haya comprado por anticipado. Puede devolverlos en cualquier momento y no debe más que la renta vencida hasta entonces.',
  },
  // Md. Com. Law 12-1101 ff.: the cost of lease services on the form; certified notice fifteen days before suit.
  MD_FORM: {
    en: 'Maryland: this form names the cost of lease services. Before anybody goes to court about the items you receive a written notice by certified mail fifteen days ahead.',
    es: 'Maryland: este formulario indica el costo de los servicios de arrendamiento. Antes de que alguien acuda a un tribunal por los artículos, usted recibe un aviso por escrito por correo certificado con quince días de anticipación.',
  },
  // N.Y. Pers. Prop. Law 500–508: cancellation before possession.
  NY_CANCEL_BEFORE_POSSESSION: {
    en: 'New York: you may cancel this agreement without a charge at any time before you have the items.',
    es: 'Nueva York: usted puede cancelar este contrato sin cargo en cualquier momento antes de tener los artículos.',
  },
  // N.Y. Pers. Prop. Law 500–508: 48 hours to review, on request.
  NY_REVIEW_48H: {
    en: 'New York: if you ask for it, you may take up to 48 hours to look through this agreement before you sign.',
    es: 'Nueva York: si lo pide, puede tomarse hasta 48 horas para revisar este contrato antes de firmarlo.',
  },
  // N.Y. Pers. Prop. Law 500–508: not enforceable before a signed copy was received.
  NY_SIGNED_COPY: {
    en: 'New York: this agreement cannot be enforced against you until you have received a signed copy.',
    es: 'Nueva York: este contrato no puede exigirse en su contra hasta que usted haya recibido una copia firmada.',
  },
  // Va. Code 59.1-207.17 ff. and W. Va. Code 46B: the disclosures stand above the signature.
  SIGN_BELOW_DISCLOSURES: {
    en: 'Everything that this agreement discloses stands above your signature.',
    es: 'Todo lo que este contrato informa está por encima de su firma.',
  },
};

/** The texts of all notices in one language, by their ids. */
export function noticesIn(language: Language): Record<string, string> {
  return Object.fromEntries(Object.entries(stateNotices).map(([id, notice]) => [id, notice[language]]));
}
