import {
  alarmsParameters,
  appealsParameters,
  backlogParameters,
  bulletinParameters,
  changeParameters,
  clustersParameters,
  evaluationCourseParameters,
  evaluationParameters,
  exportParameters,
  findingsParameters,
  findParameters,
  growthParameters,
  hotspotsParameters,
  integrityParameters,
  letterParameters,
  placesParameters,
  queryParameters,
  ratesParameters,
  relatedParameters,
  repeatsParameters,
  ripenessParameters,
  sheetParameters,
  trendParameters,
  unitEvaluationParameters,
} from '@hotline-atlas/model';
import { fileFormats } from '@hotline-atlas/query';
import { failure, failures, file, inPath, json, parametersOf, question, reference } from './operation.ts';

const level = {
  name: 'level',
  in: 'query',
  required: false,
  schema: { type: 'string', enum: ['district', 'subdistrict'], default: 'district' },
};

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What is asked of the history. */
export const historyPaths = () => ({
  '/api/health': question(
    'Whether questions can be answered; as of when, for whoever sees appeals',
    [],
    json('health'),
    [],
    {
      '503': { description: 'Loading, or out of reach', content: json('health') },
    },
  ),
  '/api/meta': question(
    'The vocabulary: what can be asked, and how everything is called',
    [],
    json('vocabulary'),
    ['signed in'],
  ),
  '/api/query': question('The one question everything uses', parametersOf(queryParameters), {
    ...json('answer'),
    'application/vnd.apache.arrow.stream': file,
  }),
  '/api/answers': question(
    'Up to 32 questions at once; those about the same appeals are read together',
    [
      {
        name: 'question',
        in: 'query',
        required: true,
        description: 'The parameters of /api/query, as they stand in its address; once for every question',
        example: ['metrics=appeals&by=district', 'metrics=resolution_rate&by=month'],
        schema: { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: 32 },
      },
    ],
    { 'application/x-ndjson': { schema: reference('line') } },
  ),
  '/api/areas': question(
    'Boundaries as GeoJSON',
    [level],
    { 'application/geo+json': { schema: reference('areas') } },
    ['signed in'],
  ),
  '/api/appeals': question(
    'Records, newest first or in the order asked for',
    parametersOf(appealsParameters),
    json('page'),
  ),
  '/api/appeals/{id}/related': question(
    'The other appeals of an appeal’s caller, and of its place',
    [inPath('id', 'number of the appeal, as /api/appeals tells it'), ...parametersOf(relatedParameters)],
    json('related'),
    ['data'],
    { ...failures, '404': failure('There is no such appeal among those you see') },
  ),
  '/api/find': question(
    'Areas, topics, units, pages and an order by a name, initials, pinyin, a code or a number',
    parametersOf(findParameters),
    json('find'),
  ),
  '/api/hotspots': question('Hot and cold spots, and how they emerge', parametersOf(hotspotsParameters), {
    ...json('hotspots'),
    'text/csv': file,
  }),
  '/api/change': question(
    'Which groups truly changed between two periods, and what each contributes',
    parametersOf(changeParameters),
    { ...json('change'), 'text/csv': file },
  ),
  '/api/clusters': question(
    'Where and when appeals cluster',
    parametersOf(clustersParameters),
    json('clusters'),
  ),
  '/api/evaluation': question(
    'The evaluation of a month: rates, scores and ranks, how sure they are, and what moved one of them',
    parametersOf(evaluationParameters),
    json('evaluation'),
  ),
  '/api/evaluation/integrity': question(
    'What to ask units about their orders of a month: each a question with its evidence, no verdict',
    parametersOf(integrityParameters),
    { ...json('integrity'), 'text/csv': file },
  ),
  '/api/evaluation/course': question(
    'Months of a group, each by the scheme that was valid in it: rates, scores and ranks, how sure they are',
    parametersOf(evaluationCourseParameters),
    { ...json('evaluationCourse'), 'text/csv': file },
  ),
  '/api/evaluation/schemes': question(
    'The rules of evaluation of all months, and what changed from one scheme to the next',
    [],
    json('evaluationSchemes'),
    ['signed in'],
  ),
  '/api/evaluation/sheet': question(
    'The sheet of a month and a group: ranking, base, exclusions, rules and method; the same bytes each time',
    parametersOf(sheetParameters),
    { 'application/pdf': file, [sheetType]: file },
    ['data', 'export'],
  ),
  '/api/evaluation/bulletin': question(
    'The bulletin of a month: all groups on one page',
    parametersOf(bulletinParameters),
    { 'application/pdf': file },
    ['data', 'export'],
  ),
  '/api/evaluation/letter': question(
    'The letter to a unit: its result, how sure it is, and how to object',
    parametersOf(letterParameters),
    { 'application/pdf': file },
    ['data', 'export'],
  ),
  '/api/evaluation/unit': question(
    'The month of one unit in depth: its topics, exclusions, missed orders, neighbours and like units',
    parametersOf(unitEvaluationParameters),
    { ...json('unitEvaluation'), 'text/csv': file },
  ),
  '/api/findings': question(
    'What to know first of a place and a month, as sentences, and whom to ask today',
    parametersOf(findingsParameters),
    json('findings'),
  ),
  '/api/places': question(
    'What hexagons are called: by an address in them, else by their area',
    parametersOf(placesParameters),
    json('places'),
  ),
  '/api/growth': question(
    'A matrix of appeals against their own usual level',
    parametersOf(growthParameters),
    { ...json('growth'), 'text/csv': file },
  ),
  '/api/rates': question('Rates of units, areas or topics, and which differ', parametersOf(ratesParameters), {
    ...json('rates'),
    'text/csv': file,
  }),
  '/api/repeats': question(
    'What comes back again and again: the same caller or place, the same matter',
    parametersOf(repeatsParameters),
    { ...json('repeats'), 'text/csv': file },
  ),
  '/api/ripeness': question(
    'How final the rates of recent periods are, and where they will probably end',
    parametersOf(ripenessParameters),
    json('ripenessAnswer'),
  ),
  '/api/trend': question(
    'A series, its parts and its forecast',
    parametersOf(trendParameters),
    json('trend'),
  ),
  '/api/alarms': question(
    'What is unusual on a day, most important first',
    parametersOf(alarmsParameters),
    json('alarms'),
  ),
  '/api/backlog': question(
    'Open and overdue orders at the ends of past steps, and now',
    parametersOf(backlogParameters),
    json('backlog'),
  ),
  '/api/export/about': question(
    'What a file of records is, as CSV on the Web describes it: parquet and xlsx hold it inside',
    parametersOf(exportParameters),
    { 'application/csvm+json': file },
    ['data', 'export'],
  ),
  '/api/export': question(
    'Records as a file',
    parametersOf(exportParameters),
    Object.fromEntries(Object.values(fileFormats).map(({ type }) => [type.split(';')[0], file])),
    ['data', 'export'],
  ),
  '/api/openapi.json': question(
    'This description',
    [],
    { 'application/json': { schema: { type: 'object' } } },
    ['signed in'],
  ),
});
