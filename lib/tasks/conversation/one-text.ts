import type { Message } from './prompt'

export const isOneText = ([first, second]: readonly Message[]): boolean => first?.role === 'user' && second === undefined

/** A prompt for formats whose prompts are one text: a conversation is written out with its roles. */
export const oneText = (prompt: readonly Message[]): string => (isOneText(prompt) ? prompt[0]!.content : prompt.map(({ role, content }) => `${role}: ${content}`).join('\n\n'))
