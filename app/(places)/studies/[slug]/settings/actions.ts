'use server'
import { archiveStudy, archiveStudyInput, changeStudy, changeStudyInput } from '@/lib/services/change-study'
import { action } from '@/lib/web/action'

export const change = action(changeStudyInput, changeStudy)
export const archive = action(archiveStudyInput, archiveStudy)
