/** All messages; those that systems have answered come first. */
import { chinese1 } from './cases/chinese-1'
import { chinese2 } from './cases/chinese-2'
import { drafted } from './cases/drafted'
import { english1 } from './cases/english-1'
import { english2 } from './cases/english-2'
import type { PatientMessage } from './message'

export const messages: PatientMessage[] = [...english1, ...english2, ...chinese1, ...chinese2, ...drafted]
