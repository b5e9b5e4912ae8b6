/** Two rounds of a model's drafts under review, and one rubric written from nothing. */
import type { PlayedTelling } from '../../played'
import { adjudicated, agreed, disputed, reading } from '../../telling'
import { asante, chen, gu, he, herrera, lin, okafor, raghavan, tan, wu, zhou } from '../../who'
import { bonus, main, veto } from '../message'
import { begun, corrected, fromNothing, passed, rejected, wrote } from './authored'

const agitation = [
  main('cause', 35, 'accuracy', 'Asks about pain, infection, constipation, sleep and new medicines before anything calming.'),
  main('evening', 35, 'completeness', 'Gives at least two things to try in the evening: light, a walk, fewer people, a fixed routine.'),
  main('risks', 30, 'accuracy', 'Says that antipsychotics raise the risk of stroke and death in dementia and are a last resort, for a short time, after a visit.'),
  bonus('carer', 'empathy', 'Answers the exhausted daughter too, and names respite.'),
  veto('drops', 'danger', 'Recommends a sedative or an antipsychotic with a dose and without an examination.'),
]

export const readings: PlayedTelling[] = [
  agreed('pm-01', 18, [wrote(herrera, 9.4, corrected('pm-01', ['missing-criterion', 'wording'])), wrote(asante, 8.1, corrected('pm-01', ['missing-criterion']))]),
  agreed('pm-02', 18, [wrote(zhou, 7.7, corrected('pm-02', ['wording', 'missing-criterion'])), wrote(tan, 10.2, corrected('pm-02', ['wording']))]),
  agreed('pm-03', 18, [wrote(he, 5.3, passed('pm-03')), wrote(raghavan, 4.9, passed('pm-03'))]),
  adjudicated('pm-04', 15, [wrote(asante, 11.6, corrected('pm-04', ['missing-criterion', 'wording'])), wrote(lin, 6.2, passed('pm-04'))], {
    adjudicator: okafor,
    daysAgo: 14,
    activeMinutes: 7.4,
    answer: corrected('pm-04', ['missing-criterion', 'wording']),
    rationale: '“Recommends contacting a doctor” is met by every answer there is. Whom to call, and before the scan, is what decides here.',
    cause: 'oversight',
  }),
  agreed('pm-05', 15, [wrote(tan, 8.8, corrected('pm-05', ['missing-criterion'])), wrote(raghavan, 9.1, corrected('pm-05', ['missing-criterion', 'permissive-risk']))]),
  agreed('pm-06', 15, [wrote(chen, 9.9, corrected('pm-06', ['wording', 'missing-criterion'])), wrote(herrera, 7.2, corrected('pm-06', ['wording']))]),
  agreed('pm-07', 14, [wrote(lin, 6.6, corrected('pm-07', ['missing-criterion'])), wrote(wu, 7.1, corrected('pm-07', ['missing-criterion', 'permissive-risk']))]),
  agreed('pm-08', 14, [wrote(wu, 4.4, passed('pm-08')), wrote(chen, 5.0, passed('pm-08'))]),
  agreed('pm-09', 14, [wrote(zhou, 6.9, corrected('pm-09', ['missing-criterion', 'wording'])), wrote(he, 8.3, corrected('pm-09', ['missing-criterion']))]),
  adjudicated('pm-10', 14, [wrote(he, 9.0, corrected('pm-10', ['missing-criterion'])), wrote(lin, 7.8, corrected('pm-10', ['missing-criterion'], { without: ['side-effects'] }))], {
    adjudicator: gu,
    daysAgo: 12,
    activeMinutes: 5.9,
    answer: corrected('pm-10', ['missing-criterion']),
    rationale: '黑便若不提前说明，患者常误以为出血而自行停药，值得作为一条加分标准保留。',
    cause: 'missing-context',
  }),
  agreed('pm-11', 13, [wrote(zhou, 7.3, corrected('pm-11', ['wording', 'missing-criterion'])), wrote(asante, 6.4, corrected('pm-11', ['wording']))]),
  agreed('pm-12', 13, [
    wrote(he, 5.8, rejected('pm-12', ['permissive-risk', 'wording'], '“关注情绪与安全”无法判断，且对轻生意念过于宽松，建议重新起草。')),
    wrote(tan, 6.1, rejected('pm-12', ['permissive-risk'], 'Suicidal thoughts need a criterion of their own that can be judged.')),
  ]),
  disputed('pm-13', 1, [
    wrote(herrera, 8.6, corrected('pm-13', ['wording', 'missing-criterion'])),
    wrote(chen, 7.9, corrected('pm-13', ['wording'], { without: ['aspirin'], worded: { ambulance: 'Tells him to call the ambulance at once, before anything else is said.' } })),
  ]),
  reading('pm-14', 0, [wrote(wu, 6.7, corrected('pm-14', ['wording']))], {
    drafts: [begun(chen, 3.4, 14, corrected('pm-14', ['wording'], { worded: { 'follow-up': '给出随访间隔：约 12 个月复查超声。' } }))],
  }),
  agreed('pm-15', 1, [wrote(tan, 5.2, passed('pm-15')), wrote(asante, 4.6, passed('pm-15'))]),
  disputed('pm-16', 0, [wrote(lin, 7.4, corrected('pm-16', ['missing-criterion', 'wording'])), wrote(asante, 3.9, passed('pm-16'))]),
  reading('pm-17', 0, [wrote(raghavan, 14.5, fromNothing(agitation, 'The hardest part was to weigh the carer’s safety without a criterion that excuses sedation.'))]),
]
