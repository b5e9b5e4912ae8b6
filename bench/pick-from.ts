import type { Random } from '@/lib/stats/seeded-random'

export const pickFrom = <T>(random: Random, list: readonly [T, ...T[]]): T =>
  list[Math.floor(random() * list.length)] ?? list[0]
