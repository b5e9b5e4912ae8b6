import type { z } from 'zod'
import type { AsGiven } from './as-given'
import type { DraftReview } from './draft-review'
import type { ItemRevision } from './item-revision'
import type { NamedAxis } from './named-axes'
import type { PairwiseVerdict } from './pairwise-verdict'
import type { ReadTwice, Steadiness } from './steadiness'
import type { StillSaid } from './still-said'

/**
 * What one task can do and another cannot; null where it cannot. Pages, services and queries ask for these and for no task by its
 * name, so that a new task says itself what there is for it.
 */
export type Capabilities<Content, Settings, Form, Judgment> = {
  /** Items come with drafts that are reviewed in rounds. */
  draftReview: DraftReview<Content, Settings, Form, Judgment> | null
  /** What is said is of one side, so that readers can be asked again the other way round. */
  steadiness: ((readings: readonly ReadTwice<Judgment>[]) => Steadiness) | null
  /** An item's rubric can get a later version. */
  revision: ItemRevision<Content, Judgment> | null
  /** Another round can ask a part of an item alone, so that the rest stays as it was said. */
  stillSaid: StillSaid<Content, Judgment> | null
  /** What was said of an item can be shown as it was asked, where that is not as the item is now. */
  asGiven: AsGiven<Content, Judgment> | null
  /** What a form calls the axes that answers are told by. */
  axes: ((form: Form) => readonly NamedAxis[]) | null
  /** A verdict says which of two responses is better. */
  pairwise: PairwiseVerdict<Content, Judgment> | null
}

type Schemas<Content, Settings, Form, Judgment> = { contentFields: z.ZodType<Content>; settings: z.ZodType<Settings>; form: z.ZodType<Form>; judgment: z.ZodType<Judgment> }

/** Puts the schemas in front; examples and readings are taken as they were stored, as all that is read in masses. */
export function genericCapabilities<Content, Settings, Form, Judgment>(
  task: Capabilities<Content, Settings, Form, Judgment> & Schemas<Content, Settings, Form, Judgment>,
): Capabilities<unknown, unknown, unknown, unknown> {
  const { draftReview, steadiness, revision, stillSaid, asGiven, axes, pairwise, contentFields, settings, form, judgment } = task
  return {
    draftReview: draftReview && {
      stopRule: (given) => draftReview.stopRule(settings.parse(given)),
      reasons: (given) => draftReview.reasons(form.parse(given)),
      example: (id, content, answer) => draftReview.example(id, content as Content, answer as Judgment),
    },
    steadiness: steadiness && ((readings) => steadiness(readings as readonly ReadTwice<Judgment>[])),
    revision: revision && ((content, rubric, { closed, answer }) => revision(contentFields.parse(content), rubric, { closed, answer: answer === null ? null : judgment.parse(answer) })),
    stillSaid: stillSaid as StillSaid<unknown, unknown> | null,
    asGiven: asGiven as AsGiven<unknown, unknown> | null,
    axes: axes && ((given) => axes(form.parse(given))),
    pairwise: pairwise && genericPairwise(pairwise, (content) => contentFields.parse(content), (answer) => judgment.parse(answer)),
  } // prettier-ignore
}

const genericPairwise = <Content, Judgment>(pairwise: PairwiseVerdict<Content, Judgment>, contentOf: (value: unknown) => Content, answerOf: (value: unknown) => Judgment): PairwiseVerdict =>
  pairwise.basis === 'stated'
    ? { basis: 'stated', of: (content, answer) => pairwise.of(contentOf(content), answerOf(answer)) }
    : { basis: 'derived', of: (content, answer) => pairwise.of(contentOf(content), answerOf(answer)) }
