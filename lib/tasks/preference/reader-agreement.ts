import type { Resampling } from '@/lib/stats/bootstrap'
import { sketchedAgreement } from '../sketched-agreement'
import type { AgreementCollector } from '../task'
import type { Judgment } from './judgment'
import { rated } from './rated'
import type { Settings } from './settings'

/** How far the independent readers of items agree on the better response, overall and on each axis. */
export const readerAgreement = (_: Settings, resampling: Resampling): AgreementCollector<Judgment> => sketchedAgreement(rated, ['all', 'axis'], resampling)
