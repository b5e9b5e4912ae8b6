import { renewLease, renewLeaseInput } from '@/lib/services/renew-lease'
import { route } from '@/lib/web/route'

export const POST = route(renewLeaseInput, renewLease)
