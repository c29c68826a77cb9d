/** Remembers across a reload that there was one, and when. */
const mark = 'hotline-atlas-reloaded';
/** Milliseconds within which a second reload would not help either. */
const lately = 60_000;
const [firstWait, longestWait] = [1000, 30_000];

const reloadedAt = (): number => Number(sessionStorage.getItem(mark) ?? 0);

/** Whether this page was loaded anew by itself a moment ago. */
export const wasRenewed = (): boolean => Date.now() - reloadedAt() < lately;

/** Loads the page anew, and remembers that. */
export function renewNow(): void {
  sessionStorage.setItem(mark, String(Date.now()));
  window.location.reload();
}

const pageIsThere = (): Promise<boolean> =>
  fetch('/', { cache: 'no-store', headers: { accept: 'text/html' } }).then(
    ({ ok }) => ok,
    () => false,
  );

/**
 * Loads the page anew once the server answers: a part of it that is gone comes with a newer page only. Not
 * twice in a minute, for then it
 * was not the page that was old.
 * @returns stops waiting
 */
export function renewWhenPossible(): () => void {
  let wait = firstWait;
  let timer: ReturnType<typeof setTimeout>;
  let waits = true;
  const look = async () => {
    const there = await pageIsThere();
    if (!waits) return;
    if (there) return renewNow();
    wait = Math.min(longestWait, wait * 2);
    timer = setTimeout(look, wait);
  };
  timer = setTimeout(look, Math.max(0, reloadedAt() + lately - Date.now()));
  return () => {
    waits = false;
    clearTimeout(timer);
  };
}
