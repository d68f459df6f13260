import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import { BagPage } from './pages/bag-page.tsx';
import { CataloguePage } from './pages/catalogue-page.tsx';
import { CheckoutPage } from './pages/checkout-page.tsx';
import { NotFoundPage } from './pages/not-found-page.tsx';
import { OrderPage } from './pages/order-page.tsx';
import { ProductPage } from './pages/product-page.tsx';
import { StaffOrderPage } from './pages/staff-order-page.tsx';
import { StaffOrdersPage } from './pages/staff-orders-page.tsx';
import { StoreFrame } from './pages/store-frame.tsx';
import { usePath } from './path.ts';
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
      {page(path)}
    </StoreFrame>
  );

  function page(at: string) {
    const [place, name] = at.replace(/^\/store\/?/, '').split('/');
    if (!place) return <CataloguePage room={null} />;
    if (place === 'room') return <CataloguePage room={name ?? null} />;
    if (place === 'p') return <ProductPage key={name} slug={name ?? ''} settings={settings} />;
    if (place === 'bag') return <BagPage settings={settings} />;
    if (place === 'checkout') return <CheckoutPage settings={settings} />;
    if (place === 'orders' && name) return <OrderPage key={name} id={name} />;
    if (place === 'staff')
      return name ? <StaffOrderPage key={name} id={name} settings={settings} /> : <StaffOrdersPage />;
    return <NotFoundPage />;
  }
}

const root = document.getElementById('store');
if (root) render(<Store />, root);
