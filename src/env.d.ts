// What Astro and Vite add to TypeScript: import.meta, .astro files, addresses of assets.
/// <reference types="astro/client" />
