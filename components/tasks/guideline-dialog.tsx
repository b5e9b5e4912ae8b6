'use client'
import { useTranslations } from 'next-intl'
import { Dialog } from '@/components/ui/dialog'
import { MarkdownView } from '@/components/ui/markdown-view'

/** The guideline in force, beside the work. */
export function GuidelineDialog({ guideline, open, onOpenChange }: { guideline: string; open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={useTranslations('conversation')('guideline')} size="sheet">
      <MarkdownView source={guideline} top={3} />
    </Dialog>
  )
}
