'use server'
import { changeBatch, changeBatchInput } from '@/lib/services/change-batch'
import { closeBatch, closeBatchInput } from '@/lib/services/close-batch'
import { openBatch, openBatchInput, previewBatch, previewBatchInput } from '@/lib/services/open-batch'
import { action } from '@/lib/web/action'

export const preview = action(previewBatchInput, previewBatch)
export const open = action(openBatchInput, openBatch)
export const change = action(changeBatchInput, changeBatch)
export const close = action(closeBatchInput, closeBatch)
