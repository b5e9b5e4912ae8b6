/** Clears away what is expired; safe to run at any time, by any number of processes, and to break off. */
import { clearOld, type Cleared } from '@/lib/db/housekeeping'

export const keepHouse = (): Promise<Cleared | null> => clearOld()
