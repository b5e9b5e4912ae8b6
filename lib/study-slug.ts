/** A study's address is plain letters, so that it can be typed on a command line and read in every alphabet's browser bar. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
export const maxSlugLength = 60

/** An address made from a name; one without a Latin letter begins with 'study'. Says nothing of whether it is free. */
export function slugOf(name: string): string {
  const words = name
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g)
  const slug = (words ?? []).join('-').slice(0, maxSlugLength).replace(/-+$/, '')
  return /[a-z]/.test(slug) ? slug : ['study', slug].filter(Boolean).join('-').slice(0, maxSlugLength)
}

/** The slug itself, or with the smallest number behind it that makes it new. */
export function freeSlug(wanted: string, taken: readonly string[]): string {
  const used = new Set(taken)
  if (!used.has(wanted)) return wanted
  const stem = wanted.slice(0, maxSlugLength - 4).replace(/-+$/, '')
  for (let number = 2; ; number++) if (!used.has(`${stem}-${number}`)) return `${stem}-${number}`
}
