import { setTimeout as pause } from 'node:timers/promises';

/** Questions of every kind an API is asked: sums, rows, search. */
const questions = [
  'health',
  'query?metrics=appeals,resolution_rate&by=month,district',
  'query?metrics=appeals&by=topic1&where=district:dongcheng',
  'appeals?q=%E6%9A%96%E6%B0%94&limit=20',
  'areas',
];

/** Asks an API without a pause; what it did not answer, or answered of no version that was ever published. */
export function askAllTheTime(url: string, appeals: ReadonlySet<number>) {
  let asking = true;
  const failures: string[] = [];
  let asked = 0;
  const ask = async () => {
    for (; asking; await pause(30))
      for (const question of questions) {
        const response = await fetch(`${url}/api/${question}`).catch((error: Error) => error);
        const body = response instanceof Error ? response.message : await response.text();
        asked++;
        if (response instanceof Error || !response.ok) failures.push(`${question}: ${body.slice(0, 200)}`);
        else if (question === 'health') {
          const { appeals: seen } = JSON.parse(body) as { appeals: number };
          if (!appeals.has(seen)) failures.push(`${seen} appeals were seen`);
        }
      }
  };
  const done = ask();
  return {
    stop: async () => {
      asking = false;
      await done;
      return { asked, failures };
    },
  };
}
