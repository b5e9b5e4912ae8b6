/** Notes that have a verdict: seven agreed, four closed at the bench. */
import { medec as is } from '../error-types'
import { adjudicated, agreed, correct, erroneous, mark, type ToldScript } from '../telling'
import { asante, chen, gu, herrera, lin, okafor, raghavan, tan, wu } from '../who'

export const closed: ToldScript[] = [
  agreed('n-103', 8, [
    erroneous(
      herrera,
      null,
      3,
      2.2,
      mark(
        '0.5 mg of adrenaline 1:1000 was given as an IV bolus',
        is.drug,
        '0.5 mg of adrenaline 1:1000 was given intramuscularly',
        'First-line route in anaphylaxis is IM, mid-thigh. This dose as an IV bolus can cause arrhythmia and severe hypertension.',
      ),
    ),
    erroneous(
      chen,
      null,
      3,
      3.4,
      mark(
        'adrenaline 1:1000 was given as an IV bolus',
        is.drug,
        'adrenaline 1:1000 was given intramuscularly into the thigh',
        'Wrong route.',
      ),
    ),
  ]),
  agreed('n-104', 8, [correct(asante, null, 3, 1.7), correct(tan, null, 3, 2.5)]),
  agreed('n-105', 8, [
    erroneous(
      wu,
      null,
      3,
      1.4,
      mark(
        '15 mg by mouth once daily',
        is.drug,
        '15 mg by mouth once weekly',
        'Weekly drug. Daily dosing is a never event: marrow failure and mucositis.',
      ),
    ),
    erroneous(
      lin,
      null,
      3,
      1.9,
      mark(
        'by mouth once daily',
        is.drug,
        'by mouth once weekly',
        'Methotrexate in rheumatoid arthritis is taken once a week.',
      ),
    ),
  ]),
  agreed('n-106', 8, [correct(lin, null, 3, 3.1), correct(raghavan, null, 2, 3.6)]),
  agreed('n-108', 7, [
    erroneous(
      asante,
      null,
      3,
      1.5,
      mark(
        'acute subdural haematoma',
        is.diagnosis,
        'acute extradural haematoma',
        'Biconvex, bounded by sutures, under a temporal fracture, lucid interval: extradural.',
      ),
    ),
    erroneous(
      herrera,
      null,
      3,
      1.8,
      mark(
        'acute subdural haematoma',
        is.diagnosis,
        'acute extradural haematoma',
        'The findings describe an extradural collection.',
      ),
    ),
  ]),
  agreed('n-115', 7, [correct(tan, null, 3, 0.8), correct(herrera, null, 3, 0.9)]),
  agreed('n-118', 7, [correct(chen, null, 3, 3.3), correct(raghavan, null, 3, 2.8)]),
  adjudicated(
    'n-101',
    7,
    [
      erroneous(
        chen,
        null,
        3,
        2.7,
        mark(
          'Klebsiella pneumoniae',
          is.organism,
          'Streptococcus pneumoniae',
          'Lancet-shaped Gram-positive diplococci are pneumococci; Klebsiella is a Gram-negative rod and would not respond to benzylpenicillin.',
        ),
      ),
      correct(tan, null, 2, 3.0),
    ],
    {
      adjudicator: okafor,
      decision: { kind: 'took', reader: chen },
      rationale:
        'Gram stain, antigen and the response to penicillin all point to the pneumococcus. The species name stands late in a long sentence and is easily read over.',
      cause: 'oversight',
      activeMinutes: 2.4,
      daysAgo: 5,
    },
  ),
  adjudicated(
    'n-107',
    6,
    [
      erroneous(
        lin,
        null,
        1,
        5.8,
        mark(
          'transferred to angiography for thrombectomy without waiting for response',
          is.management,
          'observe the response to thrombolysis before thrombectomy',
          'Not my field; I thought the response should be assessed first.',
        ),
      ),
      correct(raghavan, null, 3, 3.2),
    ],
    {
      adjudicator: gu,
      decision: { kind: 'own', veracity: 'correct', spans: [] },
      rationale:
        'No error. In a proven M1 occlusion, thrombolysis must not delay thrombectomy and one does not wait to see whether it works. The first reader says openly that this is outside their field. What remains open is when guessing should give way to declining; section 7 leaves that to the reader.',
      cause: 'ambiguous-guideline',
      activeMinutes: 4.9,
      daysAgo: 4,
    },
  ),
  adjudicated(
    'n-109',
    6,
    [
      erroneous(
        wu,
        null,
        3,
        2.1,
        mark(
          'start ciprofloxacin 400 mg IV 12-hourly',
          is.drug,
          'start ceftriaxone 2 g IV once daily',
          'Fluoroquinolones are avoided in pregnancy when a beta-lactam will do, and she has no allergy.',
        ),
      ),
      erroneous(
        tan,
        null,
        2,
        3.4,
        mark(
          'start ciprofloxacin 400 mg IV 12-hourly',
          is.management,
          'start cefuroxime or ceftriaxone IV',
          'Wrong step for a pregnant patient.',
        ),
      ),
    ],
    {
      adjudicator: okafor,
      decision: { kind: 'took', reader: wu },
      rationale:
        'Both marked the same words for the same reason. A wrong choice of drug is pharmacotherapy; section 4 of the guideline says so in its rules of thumb.',
      cause: 'oversight',
      activeMinutes: 1.9,
      daysAgo: 4,
    },
  ),
  adjudicated(
    'n-117',
    5,
    [
      erroneous(
        asante,
        null,
        3,
        2.6,
        mark(
          'Start indometacin 50 mg three times daily for five days',
          is.drug,
          'Start prednisolone 30 mg daily for five days',
          'NSAID with eGFR 22, recent decompensated heart failure and apixaban: three contraindications.',
        ),
      ),
      erroneous(lin, null, 2, 4.4, [
        mark(
          'Start indometacin 50 mg three times daily for five days',
          is.drug,
          'Start prednisolone 30 mg daily for five days',
          'NSAIDs are contraindicated here.',
        ),
        mark(
          'Do not start allopurinol during this admission',
          is.management,
          'Allopurinol may be started at a low dose under cover',
          'Recent guidance allows urate-lowering therapy to be started during a flare.',
        ),
      ]),
    ],
    {
      adjudicator: okafor,
      decision: { kind: 'took', reader: asante },
      rationale:
        'The NSAID is an error beyond doubt. Whether to start allopurinol during a flare is answered differently by good guidelines; waiting until it settles is accepted practice, so it is not an error.',
      cause: 'genuine-clinical-disagreement',
      activeMinutes: 5.1,
      daysAgo: 1,
    },
  ),
]
