export {
  type AnnotationContent,
  annotationHistory,
  changeAnnotation,
  createAnnotation,
  type Editor,
  type KeptAnnotation,
  listAnnotations,
  removeAnnotation,
  restoreAnnotation,
} from './annotations.ts';
export {
  type Frozen,
  type KeptMonth,
  type KeptStep,
  listFinalising,
  listMonths,
  listSteps,
  readFrozen,
  revisionOfMonths,
  stateAfter,
  takeStep,
} from './evaluation-months.ts';
export { addFavourite, listFavourites, removeFavourite } from './favourites.ts';
export { ChangedMeanwhile, NotKept, NotNow, NotOwned, OwnMatter, TooMany } from './kept.ts';
export { makeLink, readLink } from './links.ts';
export { freezes } from './monthly-topic-steps.ts';
export {
  type CandidatesToFreeze,
  changeMonthlyTopic,
  createMonthlyTopic,
  type FrozenHead,
  hashOfFrozen,
  type KeptMonthlyTopic,
  listMonthlyTopics,
  monthlyTopicHistory,
  readMonthlyTopic,
  removeMonthlyTopic,
  restoreMonthlyTopic,
} from './monthly-topics.ts';
export {
  decideObjection,
  type KeptObjection,
  listObjections,
  makeObjection,
  objectionRevisions,
  readObjection,
  withdrawObjection,
} from './objections.ts';
export { absentStore, openStore } from './open-store.ts';
export { type Store, type StoreTables, StoreUnreachable } from './store.ts';
export {
  changeView,
  createView,
  type KeptView,
  listViews,
  readView,
  removeView,
  restoreView,
  type ViewContent,
  type Viewer,
  viewHistory,
} from './views.ts';
