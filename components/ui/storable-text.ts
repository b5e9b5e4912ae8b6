/**
 * What was typed or pasted, without what no database can hold: U+0000 and halves of characters, which come along with a paste
 * out of some programs and cannot be seen.
 */
export const storableText = (text: string): string => text.replaceAll('\0', '').toWellFormed()
