import { expect, test } from 'vitest'
import { joinedConflicts } from './joined-conflicts'
import type { ClusterConflict } from './split-rule'

const conflict = (earlier: string[], added: string[] = []): ClusterConflict => ({
  earlier: earlier.map((id) => ({ id, split: id < 'c' ? 'test' : 'train' })),
  added,
})

test('a conflict that was found before is named once, with all that stays out for it; others stand beside it', () => {
  const first = [conflict(['b', 'd'], ['n1']), conflict(['a', 'e', 'f'], ['n4'])]
  const second = [conflict(['b', 'd']), conflict(['a', 'f'], ['n3', 'n4']), conflict(['c', 'g'], ['n5'])]
  expect(joinedConflicts(first, second)).toEqual([conflict(['a', 'e', 'f'], ['n3', 'n4']), conflict(['b', 'd'], ['n1']), conflict(['c', 'g'], ['n5'])])
  expect(joinedConflicts([], second)).toEqual([second[1], second[0], second[2]])
})

test('one that ties what had been two stands by itself', () => {
  const first = [conflict(['a', 'c'], ['n1']), conflict(['b', 'd'], ['n2'])]
  expect(joinedConflicts(first, [conflict(['a', 'b', 'c', 'd'], ['n3'])])).toHaveLength(3)
})
