export { openTestStore, storeKinds, type TestStore } from './test-store.ts';
