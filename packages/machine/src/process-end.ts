const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Whether a process of this machine runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Waits until a process of this machine has ended, for 15 seconds at the most. */
export async function waitForEnd(pid: number): Promise<void> {
  for (let waited = 0; waited < 15_000 && isAlive(pid); waited += 50) await pause(50);
}
