/** The three studies that look for errors in texts. */
import { factCheck } from './fact-check/study'
import { notes } from './notes/study'
import { pilot } from './pilot/study'
import type { DemoStudy } from './types'

export const textStudies: DemoStudy[] = [factCheck, notes, pilot]
