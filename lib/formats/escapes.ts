/**
 * Backslash escapes for texts that must stay on one line in a format that has none of its own: `\\`, `\n`, `\r`, `\t`, and
 * `\uXXXX` for the other characters at which some reader ends a line.
 */
export function oneLine(text: string): string {
  // oxlint-disable-next-line no-control-regex -- they end lines in Python
  return text.replace(/[\\\n\r\t\v\f\x1c-\x1e\x85\u2028\u2029]/g, (unit) => {
    const known = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }[unit]
    return known ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}

/** The text again; a backslash before anything else is itself. */
export function manyLines(line: string): string {
  return line.replace(/\\(?:([\\nrt])|u([\da-f]{4}))/g, (_, letter: string | undefined, code: string | undefined) =>
    letter === undefined
      ? String.fromCharCode(Number.parseInt(code ?? '', 16))
      : ({ n: '\n', r: '\r', t: '\t' }[letter] ?? '\\'),
  )
}
