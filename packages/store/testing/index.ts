export { answeringProcess, startAnother, startStoreProcess } from './kill-store.ts';
export { openTestStore, type StoreKind, storeKinds, type TestStore } from './test-store.ts';
