import { type City, readCity } from '@hotline-atlas/city';
import { type Configuration, type Connection, connect } from '@hotline-atlas/clickhouse';
import { type Clock, startClock } from './clock.ts';
import { findChoices, readHoldings } from './find-choices.ts';
import type { Choices } from './questions/choices.ts';
import { clickQuestions } from './questions/clicks.ts';
import { hardQuestions, searchQuestions } from './questions/hard.ts';
import { distinct, type Question } from './questions/question.ts';
import { screenQuestions } from './questions/screens.ts';
import type { Api } from './start-api.ts';

/** Parts of a run that can be left out. */
export const parts = ['bare', 'duckdb', 'load', 'export', 'users', 'browser'] as const;
export type Part = (typeof parts)[number];

export interface RunOptions {
  configuration: Configuration;
  api: Api;
  minutes: number;
  /** Measures at once, while tables are summed up and texts indexed, what screens and searches then take. */
  meanwhile: boolean;
  without: ReadonlySet<Part>;
  all: boolean;
  files: string | null;
  /** Where a folder is made for what is only made to be compared with, and removed afterwards. */
  work: string;
  duckdbMemory: string;
  /** Rows of an export at the most, and appeals of the files that are loaded. */
  mostExported: number;
  mostLoaded: number;
  say: (line: string) => void;
}

/** A run with everything it needs opened. */
export interface Bench extends RunOptions {
  city: City;
  connection: Connection;
  clock: Clock;
  choices: Choices;
  screens: Question[];
  /** Hard questions, those after several clicks, and searches. */
  hard: Question[];
}

/** Words of the synthetic history: rare, common, and in Latin letters. */
const words = ['供暖', '地铁 施工', 'app'];

/** Finds out what is loaded, chooses what to filter by, and makes the list of questions. */
export async function openBench(options: RunOptions): Promise<Bench> {
  const { configuration, api } = options;
  const city = readCity(configuration.citiesDir, configuration.city);
  const holdings = await readHoldings(api.url);
  const choices = await findChoices(api.url);
  const regimes = city.regimes.map(({ name }) => name);
  const hard = [
    ...hardQuestions(choices, holdings, regimes),
    ...clickQuestions(choices, holdings),
    ...searchQuestions(words, holdings, choices),
  ];
  return {
    ...options,
    city,
    connection: await connect(configuration),
    clock: startClock(options.minutes * 60),
    choices,
    screens: distinct(screenQuestions(choices, holdings)),
    hard: distinct(hard),
  };
}
