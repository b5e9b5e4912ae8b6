import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'

/** One study in which work waits: how much of it, and the button that opens the next piece. `blockedBecause`: nothing waits there. */
export function StudyLane({
  study,
  line,
  waiting,
  button,
  action,
}: {
  study: { studyId: string; name: string; waiting: number }
  line: ReactNode
  waiting: string
  button: { icon: ReactNode; label: string; name: string; blockedBecause: string | null }
  action: (form: FormData) => Promise<void>
}) {
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 px-5 py-3">
      <div className="min-w-0 grow basis-60">
        <p className="font-medium">{study.name}</p>
        <p className="text-sm text-ink-soft">{line}</p>
      </div>
      <Badge tone={study.waiting > 0 ? 'accent' : 'neutral'}>{waiting}</Badge>
      <form action={action}>
        <input type="hidden" name="study" value={study.studyId} />
        <Button type="submit" icon={button.icon} aria-label={button.name} {...(button.blockedBecause ? { blockedBecause: button.blockedBecause } : {})}>
          {button.label}
        </Button>
      </form>
    </li>
  )
}
