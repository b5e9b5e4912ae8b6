/** The demo world: one department, six studies, an ordinary Tuesday. Everything in it was written for this project. */
import { comparing } from './messages/comparing/study'
import { scoring } from './messages/scoring/study'
import { writing } from './messages/writing/study'
import { people } from './people'
import type { PlayedWorld } from './played'
import { playedText } from './played-text'
import { textStudies } from './text-studies'

export const demoWorld: PlayedWorld = { people, studies: [...textStudies.map(playedText), writing, scoring, comparing] }
