/** The id of the nth of a record's rows: its own where it has only one. */
export const rowId = (id: string, nth: number, rows: number): string => (rows === 1 ? id : `${id}/${nth + 1}`)
