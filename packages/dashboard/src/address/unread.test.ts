import { expect, test } from 'vitest';
import { unreadClauses } from './unread.ts';

test('clauses of no dimension, and of values it cannot have, are told; others are not', () => {
  const search = '?where=due_state:foo&where=unit:anything&where=colour:red&where=due_state:open,foo';
  expect(unreadClauses(search)).toEqual(['due_state:foo', 'colour:red', 'due_state:open,foo']);
});
