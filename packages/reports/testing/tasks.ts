import { languages } from '@hotline-atlas/model';
import type { DocumentTask } from '../src/threads/render.ts';
import { madeUpPaper } from './made-up-paper.ts';

/** Every kind of document in both languages, of made-up figures. */
export const tasksOf = (units: number): { name: string; task: DocumentTask }[] =>
  languages.flatMap((language) => {
    const paper = madeUpPaper({ units, language });
    const closed = { closed: { en: 'Closed', zh: '不开放' } };
    const tasks: [string, DocumentTask][] = [
      ['sheet.pdf', { kind: 'sheet', format: 'pdf', paper }],
      ['sheet.xlsx', { kind: 'sheet', format: 'xlsx', paper }],
      ['bulletin.pdf', { kind: 'bulletin', groups: [{ paper }, { paper }, { paper }, closed] }],
      ['letter.pdf', { kind: 'letter', paper: { ...paper, unit: 'u1', depth: null, topics: {} } }],
    ];
    return tasks.map(([name, task]) => ({ name: `${language} ${name}`, task }));
  });
