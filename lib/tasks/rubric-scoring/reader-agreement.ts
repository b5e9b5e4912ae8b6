import type { Resampling } from '@/lib/stats/bootstrap'
import { sketchedAgreement } from '../sketched-agreement'
import type { AgreementCollector } from '../task'
import type { Judgment } from './judgment'
import { rated } from './rated'
import type { Settings } from './settings'

/** How far the independent readers agree on the labels, in all and by axis; what is rated is one criterion of one response. */
export const readerAgreement = (_: Settings, resampling: Resampling): AgreementCollector<Judgment> => sketchedAgreement(rated, ['all', 'axis'], resampling)
