/** Verbs that need no database: files in, numbers out. */
import type { Command } from 'commander'
import { addAgreementVerb } from './agreement-verb'
import { addReliabilityVerb } from './reliability-verb'
import { addScoreVerbs } from './score-verbs'

export function addMeasureVerbs(program: Command): void {
  addAgreementVerb(program)
  addReliabilityVerb(program)
  addScoreVerbs(program)
}
