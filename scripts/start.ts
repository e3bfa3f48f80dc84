// Builds the site if anything has changed since the last time, and serves it: npm start

import { build, isBuilt } from './build.ts';
import { serve } from './serve.ts';

if (isBuilt() || build()) await serve();
else process.exitCode = 1;
