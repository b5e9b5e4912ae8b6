/** A reading as the desk shows it; what lib/services/read-seat sends, as JSON. */
export type SeatOnDesk = {
  seatId: string
  itemId: string
  text: string
  content: unknown
  language: string | null
  specialty: string | null
  study: { id: string; name: string; task: string; settings: unknown; showsVerdicts: boolean }
  protocol: { id: string; number: number; guideline: string; form: unknown }
  open: boolean
  submittedAt: string | null
  leaseUntil: string | null
  draft: { body: unknown; version: number; activeMs: number } | null
  judgment: { answer: unknown; underRubric: number | null } | null
  /** Under its own protocol. `content`: the item as it is asked now, where what was read was not the same. */
  verdict: { answer: unknown; usable: boolean; rationale: string; protocol: SeatOnDesk['protocol']; content?: unknown } | null
}
