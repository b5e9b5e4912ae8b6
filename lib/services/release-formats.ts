import type { ExchangeFormat } from '@/lib/formats/exchange-format'
import type { Localised } from '@/lib/locale'
import type { Task } from '@/lib/tasks/task'

/** The formats that a release is written in: the native one always, the others in the task's order. */
export const formatsOf = (task: Pick<Task, 'formats'>, wanted: readonly string[]): ExchangeFormat[] =>
  task.formats.filter(({ code }, nth) => nth === 0 || wanted.includes(code))

/** What a format cannot hold: what it never does, what it does not of some records, and what its readers must know. The card has the English. */
export const limitsOf = ({ alwaysLoses, mayLose = [], caution }: Pick<ExchangeFormat, 'alwaysLoses' | 'mayLose' | 'caution'>): Localised[] => [
  ...lossSentences(alwaysLoses),
  ...lossSentences(mayLose).map((sentence) => ({ en: `Depending on the record, ${sentence.en}`, 'zh-CN': `视记录而定，${sentence['zh-CN']}` })),
  ...(caution === undefined ? [] : [caution]),
]

/** A sentence a reason, with the fields it is about. */
function lossSentences(losses: NonNullable<ExchangeFormat['mayLose']>): Localised[] {
  const fields = new Map<string, { why: Localised; names: (string | null)[] }>()
  for (const { field, why } of losses) fields.set(why.en, { why, names: [...(fields.get(why.en)?.names ?? []), field] })
  return [...fields.values()].map(({ why, names }) => ({
    en: `${names.map((name) => name ?? 'other fields').join(', ')}: ${why.en}`,
    'zh-CN': `${names.map((name) => name ?? '其他字段').join('、')}：${why['zh-CN']}`,
  }))
}
