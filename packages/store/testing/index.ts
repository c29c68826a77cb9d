export { openTestStore, type StoreKind, storeKinds, type TestStore } from './test-store.ts';
