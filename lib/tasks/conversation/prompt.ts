import { z } from 'zod'
import { storable } from './storable'

export const roles = ['system', 'user', 'assistant'] as const

export const messageSchema = z.strictObject({ role: z.enum(roles), content: storable })
export type Message = z.infer<typeof messageSchema>

/** What is asked: a conversation, oldest message first; a text alone is the user's. */
export const promptSchema = z.union([z.array(messageSchema).min(1).max(500), storable]).transform((prompt): Message[] => (typeof prompt === 'string' ? [{ role: 'user', content: prompt }] : prompt))

/** What stands for an item in lists and by which twins are known: what is asked, and nothing of the answers or their order. */
export const textOfPrompt = (prompt: readonly Message[]): string => prompt.map(({ content }) => content).join('\n\n')
