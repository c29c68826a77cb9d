import { AppealList } from './AppealList.tsx';

/** The appeals that match filters and words. */
export function AppealsPage() {
  return (
    <div className="panel appeals-page">
      <AppealList limit={50} />
    </div>
  );
}
