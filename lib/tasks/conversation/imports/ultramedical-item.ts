import { z } from 'zod'
import type { RowProblem } from '@/lib/formats/item-row'
import { problemOfShape } from '@/lib/formats/shape-problem'
import type { Fields } from '../record-format'

const row = z.strictObject({
  id: z.union([z.string().min(1), z.int()], 'text').transform(String),
  type: z.string().nullish(),
  conversations: z.array(z.strictObject({ from: z.enum(['system', 'human', 'gpt']), value: z.string() })).min(1),
  answer: z.string().nullish(),
  score: z.union([z.string(), z.number()], 'text or number').nullish(),
  model_outputs: z.array(z.record(z.string(), z.string())).nullish(),
})
const roleOf = { system: 'system', human: 'user', gpt: 'assistant' } as const

/**
 * An UltraMedical record as an item. The conversation up to its last reply is the prompt; the responses are the models'
 * outputs, or that reply where there are none. Models, answer, rating and, where there are outputs, the reply are sealed.
 */
export function ultraMedicalItem(record: Fields): Fields | RowProblem {
  const read = row.safeParse(record)
  if (!read.success) return problemOfShape(read.error, record)
  const { id, type, conversations, answer, score, model_outputs } = read.data
  const last = conversations.at(-1)!
  const reply = last.from === 'gpt' ? last.value : null
  const outputs = (model_outputs ?? []).flatMap((each) => Object.entries(each))
  const texts = outputs.length > 0 ? outputs.map(([, text]) => text) : reply === null ? [] : [reply]
  const sealed = {
    ...(outputs.length > 0 ? { models: Object.fromEntries(outputs.map(([model], nth) => [`r${nth + 1}`, model])) } : {}),
    ...(outputs.length > 0 && reply !== null ? { reply } : {}),
    ...(answer ? { answer } : {}),
    ...(score === null || score === undefined ? {} : { score }),
  }
  return {
    id,
    prompt: (reply === null ? conversations : conversations.slice(0, -1)).map(({ from, value }) => ({ role: roleOf[from], content: value })),
    responses: texts.map((text, nth) => ({ id: `r${nth + 1}`, text })),
    ...(type ? { tags: { type } } : {}),
    sealed,
  }
}
