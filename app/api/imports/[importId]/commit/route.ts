import { commitImportInput } from '@/lib/services/commit-import'
import { startCommit } from '@/lib/services/start-commit'
import { route } from '@/lib/web/route'

export const POST = route(commitImportInput, startCommit)
