import type { City } from '@hotline-atlas/city';
import {
  type Clause,
  encodeClause,
  liesWithin,
  type MonthlyTopicContent,
  type Scope,
} from '@hotline-atlas/model';
import { placesSeen } from '../kept/places-seen.ts';

/** The clauses of the area of a topic; none: the city. */
const clausesOfArea = ({ area }: Pick<MonthlyTopicContent, 'area'>): Clause[] =>
  area === null ? [] : [{ dimension: area.level, exclude: false, values: [area.code] }];

/** The district whose candidates a topic was picked from; null: the city. */
export const districtOf = ({ area }: Pick<MonthlyTopicContent, 'area'>): string | null =>
  area?.level === 'district' ? area.code : null;

/** What somebody sees of topics of the month. */
export interface MonthlyTopicsSeen {
  /** That there is one: topics of the city are seen by all, others where their area may be seen. */
  topic: (scope: Scope, content: Pick<MonthlyTopicContent, 'area'>) => boolean;
  /** Figures of a district, or of the city (null): all appeals of it are theirs. */
  figures: (scope: Scope, district: string | null) => boolean;
}

/** Tells topics and frozen figures by what a scope sees. */
export function monthlyTopicsSeen(city: City): MonthlyTopicsSeen {
  const places = placesSeen(city);
  return {
    topic: (scope, content) => places.anybodys(scope, clausesOfArea(content).map(encodeClause)),
    figures: ({ clauses }, district) => {
      const place: Clause[] =
        district === null ? [] : [{ dimension: 'district', exclude: false, values: [district] }];
      return clauses.every((clause) => liesWithin(place, clause));
    },
  };
}
