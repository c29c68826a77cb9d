/** Milliseconds after which a busy page is not waited for. */
const longestWait = 500;

/** Resolves when the page has drawn what it has. */
export const whenIdle = (): Promise<void> =>
  new Promise((resolve) => {
    // Safari has no idle callbacks.
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: longestWait });
    else setTimeout(resolve, 100);
  });
