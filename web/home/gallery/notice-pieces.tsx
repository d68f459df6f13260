import { Fold } from '../../ui/fold.tsx';
import { Note } from '../../ui/note.tsx';
import { Row, Rows } from '../../ui/rows.tsx';
import { Piece, State } from './piece.tsx';

/** Notices in every tone, statuses, what happened and what comes next. */
export function NoticePieces() {
  return (
    <>
      <Piece file="note.tsx" title="Notices">
        <div class="stack">
          <Note icon="info" title="For your information">
            Your cushions are on their way.
          </Note>
          <Note tone="good" icon="tag" title="Yours to use">
            You can buy early for $92.40 today.
          </Note>
          <Note tone="now" icon="clock" title="Your turn">
            This order is $42.10 over your limit of $1,500.00. <a href="#statuses">Change the cart</a>
          </Note>
          <Note tone="wrong" icon="warning" title="The payment did not go through">
            Your bank returned it. Nothing is lost: <a href="#statuses">try again or use another account</a>.
          </Note>
          <Note tone="bare" icon="mail" title="A copy comes by e-mail">
            Without a box, for what stands beside something else.
          </Note>
          <Note icon="info" title="One sentence can be enough." />
        </div>
      </Piece>
      <Piece file="status.css" title="Statuses">
        <div class="stack">
          <State name="A shape and a word">
            <p class="acts">
              <span class="pill done">Paid</span>
              <span class="pill now">Next</span>
              <span class="pill way">On the way</span>
              <span class="pill need">Returned by bank</span>
              <span class="pill">Planned</span>
              <span class="pill over">Cancelled</span>
            </p>
          </State>
          <State name="In tables, where it is settled">
            <p class="acts">
              <span class="pill flat done">Paid</span>
              <span class="pill flat way">On the way</span>
              <span class="pill flat">Planned</span>
              <span class="pill flat over">Cancelled</span>
            </p>
          </State>
          <State name="What happened, what comes next">
            <ol class="line">
              <li class="done">
                <b>Signed</b>
                <p class="when">November 20, 2026</p>
              </li>
              <li class="now">
                <b>Shipped</b>
                <p class="when">Expected November 25</p>
              </li>
              <li class="need">
                <b>Payment returned</b>
                <p class="when">December 8</p>
              </li>
              <li>
                <b>Yours</b>
                <p class="when">November 19, 2027</p>
              </li>
            </ol>
          </State>
        </div>
      </Piece>
      <Piece file="fold.tsx" title="A row that opens">
        <div>
          <Fold name="Order total" value="$105.00">
            <Rows inFold>
              <Row name="Halden desk lamp">$100.00</Row>
              <Row name="Shipping">$5.00</Row>
            </Rows>
          </Fold>
          <Fold name="Delivery to" value="Portland, OR">
            <p class="fold-in lead">418 SE Alder St, Apt 3</p>
          </Fold>
        </div>
      </Piece>
      <Piece file="status.css" title="Plain facts and short lists">
        <div class="stack">
          <ol class="strokes">
            <li>
              <b>Every cost before you sign</b>
              <p>You see the total, read the agreement, then decide.</p>
            </li>
            <li>
              <b>Nothing is charged until you sign</b>
              <p>You can stop at any time. Your bag stays as it is.</p>
            </li>
          </ol>
          <ul class="list">
            <li>
              December 4, 2026 <span class="amt">$4.04</span>
              <span class="under">
                <span class="pill flat done">Paid</span>
              </span>
            </li>
            <li>
              December 11, 2026 <span class="amt">$4.04</span>
              <span class="under">from the account that ends in 6789</span>
            </li>
          </ul>
        </div>
      </Piece>
    </>
  );
}
