import type { RowProblem } from '@/lib/formats/item-row'
import type { Fields, Place } from '../record-format'
import { trlItem } from './pair-item'

/** A RewardBench row as an item: its subset becomes a tag, its models are sealed beside which response was chosen. */
export function rewardBenchItem(row: Fields, place: Place): Fields | RowProblem {
  const { subset, chosen_model, rejected_model, ...pair } = row
  const item = trlItem(pair, place)
  if ('reason' in item || typeof item['sealed'] !== 'object') return item
  const { preference } = item['sealed'] as { preference: { chosen: 'a' | 'b' } }
  const models = chosen_model === undefined && rejected_model === undefined ? {} : { models: { [preference.chosen]: chosen_model ?? null, [preference.chosen === 'a' ? 'b' : 'a']: rejected_model ?? null } }
  return { ...item, ...(typeof subset === 'string' && subset !== '' ? { tags: { subset } } : {}), sealed: { preference, ...models } }
}
