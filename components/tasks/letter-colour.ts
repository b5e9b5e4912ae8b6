import type { SpanColour } from '@/components/ui/span-colours'

/**
 * A colour and a stroke for every letter; neighbours differ in both. The letter itself always stands beside it. No double
 * stroke before the last: it is too high for its lane and would hide the line of another reading over the same words.
 */
const palette: readonly SpanColour[] = ['sky', 'orange', 'teal', 'rose', 'cyan', 'lime', 'amber', 'indigo', 'violet']
export const letterColour = (letter: string): SpanColour => palette[Math.max(0, letter.charCodeAt(0) - 65) % palette.length]!
