'use client'
import { MailPlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { InvitationLink } from './invitation-link'
import { InviteForm, type Invite } from './invite-form'

/** Makes an invitation link and shows it once. A fixed `study` is invited to; otherwise one of `studies` may be chosen. */
export function InviteDialog({
  study,
  studies = [],
  mayMakeOwner = false,
  invite,
}: {
  study?: string
  studies?: readonly { slug: string; name: string }[]
  mayMakeOwner?: boolean
  invite: Invite
}) {
  const t = useTranslations('people.invite')
  const router = useRouter()
  const [made, setMade] = useState<{ email: string; token: string; expiresAt: Date } | null>(null)
  return (
    <Dialog
      trigger={
        <Button variant="primary" icon={<MailPlus size={16} aria-hidden />}>
          {t('title')}
        </Button>
      }
      title={made ? t('linkTitle', { email: made.email }) : t('title')}
      description={made ? undefined : t('lede')}
      onOpenChange={(open) => {
        if (open) setMade(null)
        else router.refresh()
      }}
    >
      {made ? (
        <InvitationLink {...made} onAnother={() => setMade(null)} />
      ) : (
        <InviteForm study={study} studies={studies} mayMakeOwner={mayMakeOwner} invite={invite} onMade={setMade} />
      )}
    </Dialog>
  )
}
