// The core on a phone, with the stage above the text.

import { core } from './core.ts';

await core({ width: 390, height: 844 }, 'page');
