import { dollars } from '#core/money/dollars.ts';
import type { Cents } from '#core/money/money.ts';
import { Row, Rows } from '../../ui/rows.tsx';

/** Items, shipping and the total of a cart or an order. */
export function OrderSums(props: { shipping: { name: string; cost: Cents }; total: Cents }) {
  const { shipping, total } = props;
  return (
    <Rows>
      <Row name="Items">{dollars(total - shipping.cost)}</Row>
      <Row name={shipping.name}>{dollars(shipping.cost)}</Row>
      <Row name="Total" tone="sum">
        {dollars(total)}
      </Row>
    </Rows>
  );
}
