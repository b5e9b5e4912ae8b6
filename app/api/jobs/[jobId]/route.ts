import { jobInput, readJob } from '@/lib/services/read-job'
import { route } from '@/lib/web/route'

export const GET = route(jobInput, readJob)
