import { render } from 'preact';
import { listenToApp } from './state/messaging.ts';
import { followAddress, watchOrder } from './state/navigation.ts';
import { Page } from './views/page.tsx';

const root = document.getElementById('page');
if (root === null) throw new Error('index.html has no element with the id page');
render(<Page />, root);
watchOrder();
listenToApp();
await followAddress();
