import type { Tx } from './transaction'

/** Running studies in sight, as choices of a list. */
export const studyChoices = (tx: Tx): Promise<{ slug: string; name: string }[]> =>
  tx.study.findMany({ where: { archivedAt: null }, select: { slug: true, name: true }, orderBy: { name: 'asc' } })
