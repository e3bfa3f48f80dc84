// The core in a window with the stage beside the text.

import { core } from './core.ts';

await core({ width: 1440, height: 900 }, 'wide');
