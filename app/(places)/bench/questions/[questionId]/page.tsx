import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SpanQuestion } from '@/components/bench/span-question'
import { PageBody } from '@/components/shell/page-body'
import { PageHeader } from '@/components/ui/page-header'
import { viewerOrSignIn } from '@/lib/auth/viewer-or-sign-in'
import { readSpanQuestion, spanQuestionInput } from '@/lib/services/span-questions'
import { orNotFound } from '@/lib/web/or-not-found'
import { parsedOrNotFound } from '@/lib/web/parsed-or-not-found'
import { paths } from '@/lib/web/paths'
import { answer, next } from '../actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('board.question'))('title') })

export default async function QuestionPage({ params }: { params: Promise<{ questionId: string }> }) {
  const input = parsedOrNotFound(spanQuestionInput, await params)
  const question = await orNotFound(readSpanQuestion(await viewerOrSignIn(), input))
  const t = await getTranslations('board.question')
  return (
    <PageBody>
      <PageHeader crumbs={[{ label: t('bench'), href: paths.bench() }, { label: t('title'), href: paths.spanQuestions() }]} title={t('ask')} lede={question.studyName} />
      <SpanQuestion key={question.id} question={question} answer={answer} next={next} />
    </PageBody>
  )
}
