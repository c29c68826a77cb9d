export { type Store, type StoreTables, StoreUnreachable } from './store.ts';
