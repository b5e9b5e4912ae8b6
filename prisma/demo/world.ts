/** The demo world: one department, three studies, an ordinary Tuesday. Everything in it was written for this project. */
import { factCheck } from './fact-check/study'
import { notes } from './notes/study'
import { people } from './people'
import { pilot } from './pilot/study'
import type { DemoWorld } from './types'

export const demoWorld: DemoWorld = { people, studies: [factCheck, notes, pilot] }
