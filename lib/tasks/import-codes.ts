import type { TaskImports } from './task'

/** Every name that a file's format may be called by. */
export const importCodes = ({ shared, records }: TaskImports): string[] => [...shared, ...records.map(({ code }) => code)]
