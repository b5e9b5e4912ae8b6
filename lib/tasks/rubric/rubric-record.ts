import { z } from 'zod'
import { sources } from './criterion'
import { groups } from './groups'

const criterion = z.strictObject({
  id: z.string().describe('The criterion’s name, the same in every version of the rubric.'),
  group: z.enum(groups).describe('Proficiency, excellence or safety.'),
  text: z.string().describe('What is asked.'),
  axis: z.string().describe('What it is a matter of.'),
  weight: z.int().describe('Millionths; those of the main criteria sum to a million.'),
  locked: z.boolean().describe('Whether normalising left the weight as it is.'),
  points: z.int().nullable().describe('HealthBench’s signed points, where the study has them.'),
  rationale: z.string().describe('Why it is asked.'),
  evidence: z.string().describe('What guideline or paper says so.'),
  tags: z.array(z.string()).describe('Further properties.'),
  since: z
    .strictObject({ version: z.int().describe('Of the rubric.'), source: z.enum(sources).describe('The draft as it came, what all authors said, an adjudicator’s, or a later rubric’s.') })
    .nullable()
    .describe('Since which version the criterion asks what it asks, and whose word it is.'),
  origin: z.strictObject({ kind: z.string().describe('How it came to be.'), from: z.array(z.string()).describe('Of which criteria.') }).describe('Where it comes from.'),
})
const reward = z.strictObject({ alpha: z.number().describe('What a bonus is worth.'), beta: z.number().describe('What bonuses can add at most.'), lambda: z.number().describe('What a violation costs.') })

/** A rubric as records of verdicts that follow from it hold it, described for people and programs. */
export const rubricRecord = z.strictObject({
  version: z.int().describe('Number of the rubric’s version.'),
  criteria: z.array(criterion).describe('The criteria.'),
  reward: reward.describe('Settings of the reward.'),
  counting: z.enum(['points', 'groups']).optional().describe('Whether signed points count or groups; unsaid, points do where every criterion has them.'),
})

/** A rubric as its authors hand it on: with a reward's settings only where it brought them. */
export const writtenRubricRecord = rubricRecord.extend({ reward: reward.nullable().describe('Settings of the reward; null: whoever scores by it says them.') })
