'use server'
import { createStudy, createStudyInput } from '@/lib/services/create-study'
import { action } from '@/lib/web/action'

export const create = action(createStudyInput, createStudy)
