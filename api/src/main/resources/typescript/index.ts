export * from './client.js';
export type * from './doctypes.js';
export type * from './methods.js';
