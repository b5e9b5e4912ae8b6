import { cancelJob } from '@/lib/services/cancel-job'
import { jobInput } from '@/lib/services/read-job'
import { route } from '@/lib/web/route'

export const POST = route(jobInput, cancelJob)
