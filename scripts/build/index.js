/** Run after `tsc`: all else that `dist/` holds, step by step. */
await import('./dictionary.js');
await import('./script.js');
await import('./schemas.js');
await import('./cmaps.js');
await import('./divisions.js');
await import('./rules.js');
await import('./viewer.js');
await import('./grid-style.js');
await import('./man.js');
await import('./app.js');
await import('./id.js');
