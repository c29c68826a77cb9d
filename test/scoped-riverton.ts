import type { AreaLevel, City } from '@hotline-atlas/city';
import type { Database, Statement } from '@hotline-atlas/clickhouse';
import type { Clause, Scope } from '@hotline-atlas/model';
import { randomAppealsSql } from './random-appeals.ts';
import { openRiverton, published, type Riverton } from './riverton.ts';

/** What is known of an appeal, as it was loaded. */
export interface KnownAppeal {
  id: string;
  district: string;
  subdistrict: string;
  unit: string;
  topic1: string;
  channel: string;
  /** H3, resolution 10, of its place; empty where it has none. */
  cell: string;
  /** Seconds since 1970. */
  received: number;
  text: string;
}

/** What begins the text of an appeal of an id, and stands in no other. */
export const ownWord = (id: string): string => `word${id}`;

/**
 * Varied appeals with texts, and on the first and last day one of every district and unit, so that whoever
 * sees a part of them sees the same days. No id is part of another.
 */
const sourceSql = (appeals: number): string => {
  const random = (rows: number) => randomAppealsSql(rows).replace(/ FORMAT CSVWithNames$/, '');
  return `
SELECT named AS id, * EXCEPT (named), received AS updated, concat('word', named, ' heating of ', district) AS text,
       concat('reply to ', named) AS reply, concat('street of ', named) AS address
FROM (
  SELECT concat('i', leftPad(substring(id, 2), 5, '0'), 'x') AS named, * EXCEPT (id)
  FROM (
    SELECT * FROM (${random(appeals)})
    UNION ALL
    SELECT * EXCEPT (k) REPLACE (
      concat('r', toString(90000 + k)) AS id,
      concat(['2022-03-15', '2023-07-27'][k % 2 + 1], ' 23:', toString(10 + k), ':07') AS received,
      ['north', 'south', ''][intDiv(k, 2) % 3 + 1] AS district, '' AS subdistrict, '' AS closed, '' AS due,
      ['works', 'heating', ''][intDiv(k, 6) % 3 + 1] AS unit)
    FROM (SELECT arrayJoin(range(18)) AS k, * FROM (${random(1)}))
  )
)`;
};

/** All appeals, or those of some ids, as a file to load. */
async function loadInto(riverton: Riverton, appeals: number, ids: readonly string[] | null): Promise<void> {
  const some = ids ? 'WHERE has({ids:Array(String)}, id)' : '';
  const { body } = await riverton.database.bytes({
    sql: `SELECT * FROM (${sourceSql(appeals)}) ${some} FORMAT CSVWithNames`,
    parameters: ids ? { ids } : {},
  });
  await riverton.load([riverton.file('appeals.csv', body)]);
}

/** Every appeal of a database, read without the code under test. */
export async function knownAppeals({ database }: Riverton): Promise<KnownAppeal[]> {
  const { rows } = await database.rows<KnownAppeal>({
    sql: `SELECT id, toString(district) AS district, toString(subdistrict) AS subdistrict, toString(unit) AS unit,
       toString(topic1) AS topic1, toString(channel) AS channel, if(cell = 0, '', h3ToString(cell)) AS cell,
       toUnixTimestamp(received) AS received, text
FROM appeal WHERE ${published}`,
  });
  return rows;
}

/** Whether an appeal satisfies all clauses: written anew, apart from the code under test. */
export const isLetThrough = (appeal: KnownAppeal, clauses: readonly Clause[]): boolean =>
  clauses.every(({ dimension, exclude, values }) => {
    const held = new Map<string, string>(Object.entries(appeal)).get(dimension);
    if (held === undefined) throw new Error(`${dimension} is not known`);
    return values.includes(held) !== exclude;
  });

/** Riverton with everything. */
export async function openWhole(name: string, appeals: number): Promise<Riverton> {
  const riverton = await openRiverton(name);
  await loadInto(riverton, appeals, null);
  return riverton;
}

const areaClauses = ({ clauses }: Scope) =>
  clauses.filter(({ dimension }) => dimension === 'district' || dimension === 'subdistrict');

/**
 * The city as it is for whoever sees a part of it: of the areas that are seen. Whoever does not see whole areas
 * does not know of how many residents their appeals are.
 */
function narrowCity(city: City, scope: Scope): City {
  const own = areaClauses(scope);
  const isSeen = (district: string, subdistrict: string | null) =>
    own.every(({ dimension, exclude, values }) => {
      const code = dimension === 'district' ? district : subdistrict;
      return code === null || values.includes(code) !== exclude;
    });
  const whole = own.length === scope.clauses.length;
  const narrowed = ({ features, ...level }: AreaLevel): AreaLevel => ({
    ...level,
    features: {
      ...features,
      features: features.features
        .filter(({ properties: { code, parent = '' } }) =>
          level.level === 'district' ? isSeen(code, null) : isSeen(parent, code),
        )
        .map(({ properties: { residents, ...properties }, ...feature }) => ({
          ...feature,
          properties: { ...properties, ...(whole && residents !== undefined && { residents }) },
        })),
    },
  });
  return { ...city, areas: city.areas.map(narrowed) };
}

/** Riverton with only what a scope lets through. */
export async function openPart(
  name: string,
  appeals: number,
  scope: Scope,
  known: readonly KnownAppeal[],
): Promise<Riverton> {
  const riverton = await openRiverton(name);
  const ids = known.filter((appeal) => isLetThrough(appeal, scope.clauses)).map(({ id }) => id);
  await loadInto(riverton, appeals, ids);
  return { ...riverton, city: narrowCity(riverton.city, scope) };
}

/** A database that keeps what it is asked. */
export function recorded(database: Database): { database: Database; statements: Statement[] } {
  const statements: Statement[] = [];
  const keep = (statement: Statement) => {
    statements.push(statement);
    return statement;
  };
  return {
    statements,
    database: {
      ...database,
      rows: (statement) => database.rows(keep(statement)),
      bytes: (statement) => database.bytes(keep(statement)),
      stream: (statement) => database.stream(keep(statement)),
    },
  };
}

/** On which days there is data is worked out of the whole city, whoever asks. */
const ofEverybody = ['coverage'];

/**
 * The readings of appeals in some statements that are not bound by every clause of a scope: each `FROM` of a
 * table that holds appeals, or sums of them, has a condition of its own.
 */
export function unboundReadings(statements: readonly Statement[], { clauses }: Scope): string[] {
  return statements
    .filter(({ label = '' }) => !ofEverybody.includes(label))
    .flatMap(({ sql, parameters = {} }) => {
      const readings = sql.split(/\b(?=(?:FROM|JOIN)\s+(?:appeal|rollup_)\w*)/).slice(1);
      return readings.filter((reading) =>
        clauses.some(
          ({ values }, index) =>
            !reading.includes(`{scope_${index}:`) ||
            JSON.stringify([parameters[`scope_${index}`]].flat()) !== JSON.stringify(values),
        ),
      );
    });
}
