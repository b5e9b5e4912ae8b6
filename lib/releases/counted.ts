import { byCodeUnit } from './by-code-unit'

/** How often each value occurs, the frequent ones first, then by value; null last among equals. */
export function counted<Value extends string | null>(values: Iterable<Value>): { value: Value; items: number }[] {
  const counts = new Map<Value, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .map(([value, items]) => ({ value, items }))
    .sort(
      (a, b) =>
        b.items - a.items || Number(a.value === null) - Number(b.value === null) || byCodeUnit(a.value ?? '', b.value ?? ''),
    )
}
