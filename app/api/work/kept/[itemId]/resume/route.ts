import { resumeWork, resumeWorkInput } from '@/lib/services/resume-work'
import { route } from '@/lib/web/route'

export const POST = route(resumeWorkInput, resumeWork)
