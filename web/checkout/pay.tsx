import { render } from 'preact';
import { HostedPage } from './hosted-page.tsx';
import { openOfAddress } from './opening.ts';

render(<HostedPage opening={openOfAddress(location)} />, document.getElementById('page')!);
