'use server'
import { beginImport, beginImportInput } from '@/lib/services/begin-import'
import { dropImport, importInput } from '@/lib/services/read-import'
import { action } from '@/lib/web/action'

export const begin = action(beginImportInput, beginImport)
export const drop = action(importInput, dropImport)
