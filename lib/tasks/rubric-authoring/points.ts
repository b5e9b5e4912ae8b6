import type { Criterion } from '../rubric/criterion'
import type { Review } from './judgment'

/** What of a criterion sets readings apart; rationale, evidence and tags never do. */
export type Differing = 'presence' | 'group' | 'text' | 'axis' | 'weight' | 'points'

/** `said` by reading, in the order given, and why the draft was not passed likewise. `criterion`: its name in the merged rubric. */
export type Point =
  | { kind: 'review'; agreed: boolean; said: (Review | null)[]; reasons: string[][] }
  | { kind: 'criterion'; criterion: string; agreed: boolean; differing: Differing[]; said: (Criterion | null)[] }
