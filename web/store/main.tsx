import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import { BagPage } from './pages/bag-page.tsx';
import { CataloguePage } from './pages/catalogue-page.tsx';
import { CheckoutPage } from './pages/checkout-page.tsx';
import { CounterPage } from './pages/counter-page.tsx';
import { HandOverPage } from './pages/hand-over-page.tsx';
import { NotFoundPage } from './pages/not-found-page.tsx';
import { OrderPage } from './pages/order-page.tsx';
import { ProductPage } from './pages/product-page.tsx';
import { StaffOrderPage } from './pages/staff-order-page.tsx';
import { StaffOrdersPage } from './pages/staff-orders-page.tsx';
import { StoreFrame } from './pages/store-frame.tsx';
import { usePath } from './path.ts';
import { placeAt } from './place-at.ts';
import { useSettings } from './settings.ts';

function Store() {
  const path = usePath();
  const settings = useSettings();
  useEffect(() => {
    scrollTo(0, 0);
    document.title = `${document.querySelector('h1')?.textContent ?? ''} · Marlow & Finch`;
  }, [path]);
  return (
    <StoreFrame path={path} today={settings?.today ?? null}>
      {page()}
    </StoreFrame>
  );

  function page() {
    const place = placeAt(path);
    switch (place?.page) {
      case 'catalogue':
        return <CataloguePage room={place.room} settings={settings} />;
      case 'product':
        return <ProductPage key={place.product.slug} product={place.product} settings={settings} />;
      case 'bag':
        return <BagPage settings={settings} />;
      case 'checkout':
        return <CheckoutPage settings={settings} />;
      case 'order':
        return <OrderPage key={place.id} id={place.id} />;
      case 'counter':
        return <CounterPage />;
      case 'handOver':
        return <HandOverPage key={place.id} id={place.id} />;
      case 'staff':
        return <StaffOrdersPage />;
      case 'staffOrder':
        return <StaffOrderPage key={place.id} id={place.id} settings={settings} />;
      default:
        return <NotFoundPage />;
    }
  }
}

const root = document.getElementById('store');
if (root) render(<Store />, root);
