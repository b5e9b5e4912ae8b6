import { CommanderError, InvalidArgumentError } from 'commander'

/** The name, when it is one of the list; otherwise misuse, which says what there is. */
export function chosen<Name extends string>(what: string, name: string, names: readonly Name[]): Name {
  const found = names.find((each) => each === name)
  if (found === undefined) throw misuse(`There is no ${what} "${name}". There are: ${names.join(', ')}.`)
  return found
}

/** What is wrong with how a verb was called: said, and the exit code is 2. */
export function misuse(sentence: string): CommanderError {
  process.stderr.write(`${sentence}\n`)
  return new CommanderError(2, 'doubleread.misuse', sentence)
}

export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.')
  return Number(text)
}

export function shareBelowOne(text: string): number {
  const share = Number(text)
  if (!(share > 0 && share < 1)) throw new InvalidArgumentError('It must lie between 0 and 1.')
  return share
}
