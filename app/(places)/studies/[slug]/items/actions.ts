'use server'
import { reopenItem, reopenItemInput } from '@/lib/services/reopen-item'
import { reviseRubrics, reviseRubricsInput } from '@/lib/services/revise-rubrics'
import { unsealItem, unsealItemInput } from '@/lib/services/unseal-item'
import { withdrawItems, withdrawItemsInput } from '@/lib/services/withdraw-items'
import { action } from '@/lib/web/action'

export const revise = action(reviseRubricsInput, reviseRubrics)
export const withdraw = action(withdrawItemsInput, withdrawItems)
export const unseal = action(unsealItemInput, unsealItem)
export const reopen = action(reopenItemInput, reopenItem)
