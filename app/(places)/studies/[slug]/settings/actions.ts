'use server'
import { archiveStudy, archiveStudyInput, changeStudy, changeStudyInput } from '@/lib/services/change-study'
import { stateLicence, stateLicenceInput } from '@/lib/services/state-licence'
import { action } from '@/lib/web/action'

export const change = action(changeStudyInput, changeStudy)
export const state = action(stateLicenceInput, stateLicence)
export const archive = action(archiveStudyInput, archiveStudy)
