import type { Decision, View } from '#contract/modal/view.ts';
import type { Conversation } from './conversation.ts';
import type { PageLink } from './page-link.ts';

/**
 * Tells the store's page what it may know: each decision once per opening (an answer may follow one that there was none yet), who applied where there was no cart, and a signature until the page's own handler
 * has taken it (rulings 17). Of two tabs that tell at once the page's script lets one through.
 */
export function tellPage(
  page: PageLink,
  conversation: Conversation,
  onPageTook: (took: 'heard' | 'unheard') => void,
): { see(view: View): void; listen(onEscape: () => void): void } {
  let toldDecision: Decision['status'] | null = null;
  let toldApplicant = false;
  let toldSignature = false;
  let answered: (took: 'heard' | 'unheard') => void = () => {};

  const tellSignature = async () => {
    const done = (await conversation.refresh())?.done;
    if (!done) return onPageTook('unheard');
    if (done.heard) return onPageTook('heard');
    const took = new Promise<'heard' | 'unheard'>((resolve) => {
      answered = resolve;
    });
    page.tell({ type: 'signed', leaseNumber: done.leaseNumber, transactionId: done.transactionId });
    onPageTook(await took);
    if ((await took) === 'heard') await conversation.act('heard', {});
  };

  return {
    see(view) {
      if (view.step === 'decision' && view.decision && view.decision.status !== toldDecision) {
        toldDecision = view.decision.status;
        page.tell({ type: 'decision', status: view.decision.status, limitCents: view.decision.limitCents });
      }
      if (view.step === 'decision' && view.applicant && !toldApplicant) {
        toldApplicant = true;
        page.tell({ type: 'applied', userId: view.applicant.userId });
      }
      if (view.step === 'done' && view.done && !toldSignature) {
        toldSignature = true;
        void tellSignature();
      }
    },
    listen(onEscape) {
      page.listen((message) => {
        if (message.type === 'escape') onEscape();
        else answered(message.type);
      });
    },
  };
}
