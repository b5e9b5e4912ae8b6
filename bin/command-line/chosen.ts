import { InvalidArgumentError } from 'commander'
import { Halt } from '../first/halt.mjs'

/** The name, when it is one of the list; otherwise a refusal that says which there are. */
export function chosen<Name extends string>(what: string, name: string, names: readonly Name[]): Name {
  const found = names.find((each) => each === name)
  if (found === undefined) throw new Halt(`There is no ${what} "${name}". There are: ${names.join(', ')}.`)
  return found
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
