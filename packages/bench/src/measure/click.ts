import type { Page } from 'playwright-core';

/** A row of a panel, by its code. */
export interface Row {
  panel: string;
  code: string;
}

/**
 * Everything that has to show the new choice: panels, with what lies open in them, and the figures on top.
 */
export const panels = '[data-testid^=panel-], [data-testid=figures]';

/** Gives up after this many milliseconds, and counts as many. */
const longest = 30_000;

/**
 * Milliseconds from the press of a button of the mouse until every panel is ready and painted, measured
 * inside the page: the first of five frames in a row in which all are ready and the address holds the choice.
 * Until then it is looked at when a panel says that its state has changed: looking all the time would take
 * from the browser what is to be measured.
 */
export async function clickAndRedraw(page: Page, { panel, code }: Row): Promise<number> {
  const redrawn = page.evaluate(
    ({ chosen, selector, patience }) =>
      new Promise<number>((resolve) => {
        let began = 0;
        let [frames, since] = [0, 0];
        const spent = () => performance.now() - began;
        const isRedrawn = () =>
          location.search.includes(chosen) &&
          [...document.querySelectorAll(selector)].every(
            (each) => each.getAttribute('data-state') === 'ready',
          );
        const states = new MutationObserver(() => look());
        const look = () => {
          frames = 0;
          if (!isRedrawn()) return;
          states.disconnect();
          requestAnimationFrame(count);
        };
        const watch = () => {
          states.observe(document.body, { subtree: true, childList: true, attributeFilter: ['data-state'] });
          look();
        };
        const count = () => {
          if (!isRedrawn()) return watch();
          frames += 1;
          if (frames === 1) since = spent();
          if (frames >= 5) resolve(since);
          else requestAnimationFrame(count);
        };
        const press = ({ timeStamp }: Event) => {
          began = timeStamp;
          setTimeout(() => resolve(patience), patience);
          addEventListener('click', () => setTimeout(watch), { capture: true, once: true });
        };
        addEventListener('pointerdown', press, { capture: true, once: true });
      }),
    { chosen: code, selector: panels, patience: longest },
  );
  await page.locator(`[data-testid=panel-${panel}] [data-code="${code}"]`).first().click();
  return redrawn;
}
