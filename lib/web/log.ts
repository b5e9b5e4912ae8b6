/** The process's log: structured lines on standard output. Never an item's text, an answer or a person's name. */
import pino from 'pino'

export const log = pino({
  level: process.env['LOG_LEVEL'] ?? 'info',
  redact: ['*.password', '*.token', '*.answer', '*.text'],
})
