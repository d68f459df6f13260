import { AmountsInBold } from '../../ui/amounts-in-bold.tsx';
import { PaymentStrokes } from '../../ui/payment-strokes.tsx';
import { Row, Rows } from '../../ui/rows.tsx';
import { TotalPlate } from '../../ui/total-plate.tsx';
import { Piece, State } from './piece.tsx';

/** A lamp of 105.00, leased for 52 weeks: every way in which money is shown. */
export function MoneyPieces() {
  return (
    <>
      <Piece file="total-plate.tsx" title="The whole price in one look">
        <TotalPlate label="What it costs" figures={lamp}>
          <PaymentStrokes count={52} label="52 weekly payments, the last one smaller" />
          <p>
            <AmountsInBold text="51 payments of $4.04, then a last one of $3.96. Of the total, $105.00 pays for lease services." />
          </p>
        </TotalPlate>
      </Piece>
      <Piece file="total-plate.tsx" title="The same where rent is taxed">
        <TotalPlate label="What it costs with tax" figures={taxed}>
          <Rows>
            <Row name="Total of payments before tax">$210.00</Row>
            <Row name="Sales tax">$17.32</Row>
            <Row name="Total of payments with tax" tone="sum">
              $227.32
            </Row>
          </Rows>
        </TotalPlate>
      </Piece>
      <Piece file="payment-strokes.tsx" title="Every payment is a stroke" broad>
        <div class="states wide-states">
          <State name="Signed today: the first one is next">
            <PaymentStrokes count={52} next label="None of 52 payments made, the first one is next" />
          </State>
          <State name="Ten are paid">
            <PaymentStrokes count={52} paid={10} next label="10 of 52 payments made, the eleventh is next" />
          </State>
          <State name="The last one is next">
            <PaymentStrokes count={52} paid={51} next label="51 of 52 payments made, the last one is next" />
          </State>
          <State name="All are paid: yours">
            <PaymentStrokes count={52} paid={52} label="All 52 payments made" />
          </State>
          <State name="Twelve monthly ones, tall">
            <PaymentStrokes count={12} paid={4} next tall label="4 of 12 payments made, the fifth is next" />
          </State>
          <State name="None of them due">
            <PaymentStrokes count={26} tall label="26 payments to come" />
          </State>
        </div>
      </Piece>
      <Piece file="rows.tsx" title="Rows with an amount at the end">
        <Rows>
          <Row name="Halden desk lamp">$100.00</Row>
          <Row name="Shipping, ground">$5.00</Row>
          <Row name="Discount" tone="minus">
            −$10.00
          </Row>
          <Row name="Order total" tone="sum">
            $95.00
          </Row>
        </Rows>
      </Piece>
      <Piece file="amounts-in-bold.tsx" title="No figure hides in the words">
        <p>
          <AmountsInBold text="You pay $4.04 each week, 52 times, $210.00 in total. The cash price is $105.00." />
        </p>
      </Piece>
      <Piece file="money.css" title="One figure above all, and a share of it">
        <div class="stack">
          <State name="At most one on a screen">
            <b class="hero-figure">$1,500.00</b>
          </State>
          <State name="Used $560.00, on its way $300.00, free $640.00">
            <div class="bar">
              <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
                <rect class="b-mine" width="37" height="1" />
                <rect class="b-way" x="37.5" width="20" height="1" />
              </svg>
            </div>
          </State>
        </div>
      </Piece>
    </>
  );
}

const lamp = [
  { name: 'Each week', value: '$4.04' },
  { name: 'Number of payments', value: '52' },
  { name: 'Cash price', value: '$105.00' },
  { name: 'Total of payments', value: '$210.00' },
];

const taxed = [
  { name: 'Each week, with tax', value: '$4.37' },
  { name: 'Number of payments', value: '52' },
  { name: 'Cash price, before tax', value: '$105.00' },
  { name: 'Total of payments, with tax', value: '$227.32' },
];
