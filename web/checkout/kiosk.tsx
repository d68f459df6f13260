import { render } from 'preact';
import { KioskPage } from './kiosk-page.tsx';
import { withoutAutofill } from './without-autofill.ts';

withoutAutofill();
render(<KioskPage />, document.getElementById('page')!);
