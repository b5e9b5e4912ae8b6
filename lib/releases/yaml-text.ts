/**
 * A scalar that every YAML parser reads as exactly this text: JSON's quoted form, with what YAML does not print escaped too.
 * One line, so nothing in it can end a block or a front matter.
 */
export const yamlText = (text: string): string =>
  JSON.stringify(text.toWellFormed()).replaceAll(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** A list, one scalar a line. */
export const yamlList = (texts: readonly string[], indent = ''): string =>
  texts.map((text) => `${indent}- ${yamlText(text)}\n`).join('')
