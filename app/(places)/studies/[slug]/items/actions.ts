'use server'
import { reopenItem, reopenItemInput } from '@/lib/services/reopen-item'
import { unsealItem, unsealItemInput } from '@/lib/services/unseal-item'
import { withdrawItems, withdrawItemsInput } from '@/lib/services/withdraw-items'
import { action } from '@/lib/web/action'

export const withdraw = action(withdrawItemsInput, withdrawItems)
export const unseal = action(unsealItemInput, unsealItem)
export const reopen = action(reopenItemInput, reopenItem)
