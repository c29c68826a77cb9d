export { openStore, type StoreRequest } from './open-store.ts';
export { type Store, type StoreTables, StoreUnreachable } from './store.ts';
