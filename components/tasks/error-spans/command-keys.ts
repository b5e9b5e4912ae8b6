import { matchesKeys } from '@/components/ui/matches-keys'
import type { ErrorType } from '@/lib/tasks/error-spans/form'

/** What one plain key does while the text has the focus, beside the caret's keys and the types' own. */
export const commands = [
  'correct',
  'erroneous',
  'sentence',
  'word',
  'guideline',
  'note',
  'rate',
  'previous',
  'next',
  'cycle',
  'open',
  'move',
  'endLater',
  'endEarlier',
  'startEarlier',
  'startLater',
  'remove',
] as const
export type Command = (typeof commands)[number]

/** A letter that is easy to remember, and a sign for when a type of the taxonomy has that letter: types are letters and digits only. */
const wanted: Record<Command, readonly [string, ...string[]]> = {
  correct: ['c', '+'],
  erroneous: ['e', '-'],
  sentence: ['s', ';'],
  word: ['w', ':'],
  guideline: ['g', '/'],
  note: ['n', '!'],
  rate: ['r', '('],
  previous: ['['],
  next: [']'],
  cycle: ['space'],
  open: ['enter'],
  move: ['='],
  endLater: ['.'],
  endEarlier: [','],
  startEarlier: ['<'],
  startLater: ['>'],
  remove: ['delete'],
}

export type CommandKeys = Readonly<Record<Command, string>>

/** The key of every command beside this taxonomy; no two do the same, and a type's key is always the type's. */
export function commandKeys(types: readonly Pick<ErrorType, 'key'>[]): CommandKeys {
  const taken = new Set(types.map(({ key }) => key.toLowerCase()))
  const keyOf = (command: Command) => wanted[command].find((key) => !taken.has(key)) ?? wanted[command].at(-1)!
  return Object.fromEntries(commands.map((command) => [command, keyOf(command)])) as Record<Command, string>
}

type Pressed = Parameters<typeof matchesKeys>[0]

export function commandOf(event: Pressed, keys: CommandKeys): Command | null {
  if (event.key === 'Backspace' && !event.ctrlKey && !event.metaKey && !event.altKey) return 'remove'
  return commands.find((command) => matchesKeys(event, keys[command])) ?? null
}

export function typeOfKey<T extends Pick<ErrorType, 'key'>>(event: Pressed, types: readonly T[]): T | null {
  return types.find(({ key }) => matchesKeys(event, key.toLowerCase())) ?? null
}
