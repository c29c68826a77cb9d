import {
  alarmsParameters,
  appealsParameters,
  changeParameters,
  clustersParameters,
  evaluationParameters,
  growthParameters,
  hotspotsParameters,
  integrityParameters,
  monthlyTopicCandidatesParameters,
  queryParameters,
  ratesParameters,
  repeatsParameters,
  trendParameters,
} from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { openapiDocument } from './document.ts';

const document = openapiDocument('Story');

test('every parameter that is understood is described', () => {
  const named = (
    path:
      | '/api/query'
      | '/api/appeals'
      | '/api/hotspots'
      | '/api/alarms'
      | '/api/evaluation'
      | '/api/monthly-topics/candidates'
      | '/api/evaluation/integrity'
      | '/api/rates'
      | '/api/trend'
      | '/api/clusters'
      | '/api/change'
      | '/api/growth'
      | '/api/repeats',
  ) => (document.paths[path].get.parameters as { name: string }[]).map(({ name }) => name);
  expect(named('/api/query')).toEqual(Object.keys(queryParameters.shape));
  expect(named('/api/alarms')).toEqual(Object.keys(alarmsParameters.shape));
  expect(named('/api/evaluation')).toEqual(Object.keys(evaluationParameters.shape));
  expect(named('/api/monthly-topics/candidates')).toEqual(
    Object.keys(monthlyTopicCandidatesParameters.shape),
  );
  expect(named('/api/evaluation/integrity')).toEqual(Object.keys(integrityParameters.shape));
  expect(named('/api/rates')).toEqual(Object.keys(ratesParameters.shape));
  expect(named('/api/change')).toEqual(Object.keys(changeParameters.shape));
  expect(named('/api/growth')).toEqual(Object.keys(growthParameters.shape));
  expect(named('/api/repeats')).toEqual(Object.keys(repeatsParameters.shape));
  expect(named('/api/trend')).toEqual(Object.keys(trendParameters.shape));
  expect(named('/api/clusters')).toEqual(Object.keys(clustersParameters.shape));
  expect(named('/api/hotspots')).toEqual(Object.keys(hotspotsParameters.shape));
  expect(named('/api/appeals')).toEqual(Object.keys(appealsParameters.shape));
});

test('every schema that is referred to exists', () => {
  const references = [...JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/g)].map(
    ([, name]) => name,
  );
  expect(references.length).toBeGreaterThan(5);
  for (const name of references) expect(document.components.schemas).toHaveProperty(name ?? '');
});
