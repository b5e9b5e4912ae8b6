import { limits } from '@/lib/formats/limits'

/** A file's name without folders and ending, to make ids from: short enough to carry a number, and never empty. */
export function fileStem(name: string): string {
  const base = name.split(/[/\\]/).at(-1) ?? ''
  const stem = base
    .replace(/(?<=.)\.[^.]*$/su, '')
    .replaceAll('\0', '')
    .toWellFormed()
    .trim()
  return (
    Array.from(stem)
      .slice(0, limits.id - 20)
      .join('') || 'item'
  )
}
