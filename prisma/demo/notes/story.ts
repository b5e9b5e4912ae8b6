/** What has happened in the English study: seven notes agreed, four closed at the bench, five waiting there, six half read. */
import { medec as is } from '../error-types'
import {
  adjudicated,
  agreed,
  correct,
  disputed,
  erroneous,
  mark,
  reading,
  untouched,
  type ToldScript,
} from '../telling'
import { asante, chen, gu, herrera, lin, okafor, raghavan, solberg, tan, wu } from '../who'

const closed: ToldScript[] = [
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

const atTheBench: ToldScript[] = [
  disputed('n-102', 5, [
    erroneous(
      lin,
      null,
      3,
      2.9,
      mark(
        'Insulin infusion stopped now that glucose is below 14 mmol/L',
        is.drug,
        'Continue insulin infusion, add 10% glucose',
        'Ketones 3.9 and bicarbonate 12: not resolved. Fixed-rate insulin goes on with added glucose.',
      ),
    ),
    erroneous(
      chen,
      null,
      3,
      3.7,
      mark(
        'Insulin infusion stopped',
        is.management,
        'Insulin infusion continued with added glucose',
        'The end point is ketosis and acidosis, not glucose.',
      ),
    ),
  ]),
  disputed('n-110', 5, [
    erroneous(wu, null, 3, 3.8, [
      mark(
        'Clostridium perfringens',
        is.organism,
        'Clostridioides difficile',
        'GDH and toxin positive with pseudomembranes after antibiotics.',
      ),
      mark(
        'Vancomycin 125 mg IV four times daily',
        is.drug,
        'Vancomycin 125 mg by mouth four times daily',
        'IV vancomycin does not reach the lumen of the colon.',
      ),
    ]),
    erroneous(
      herrera,
      null,
      3,
      3.0,
      mark('Clostridium perfringens', is.organism, 'Clostridioides difficile', 'Wrong clostridium for this picture.'),
    ),
  ]),
  disputed('n-116', 4, [
    erroneous(
      asante,
      null,
      3,
      2.8,
      mark(
        'raise sodium by 18-20 mmol/L over the first 24 h',
        is.management,
        'raise sodium by at most 8 mmol/L over the first 24 h',
        'Osmotic demyelination: she has every risk factor (chronic, alcohol, hypokalaemia, Na below 110).',
      ),
    ),
    correct(tan, null, 2, 4.1),
  ]),
  disputed('n-123', 4, [
    erroneous(raghavan, null, 3, 13.6, [
      mark(
        'indicating that the ascites was not due to portal hypertension',
        is.diagnosis,
        'indicating that the ascites was due to portal hypertension',
        'A gradient of 11 g/L or more means portal hypertension; this one is 19.',
      ),
      mark(
        'one formed stool every other day',
        is.management,
        'two to three soft stools a day',
        'The lactulose target is two to three soft stools a day. Constipation was one of his triggers.',
      ),
    ]),
    erroneous(
      lin,
      null,
      2,
      16.2,
      mark('to one formed stool every other day', is.drug, 'to two or three soft stools daily', 'Target too low.'),
    ),
  ]),
  disputed('n-124', 1, [
    erroneous(
      herrera,
      null,
      3,
      10.9,
      mark(
        'tidal volume 12 mL/kg of predicted body weight',
        is.treatment,
        'tidal volume 6 mL/kg of predicted body weight',
        'ARDSNet: 12 mL/kg is the arm that died more.',
      ),
    ),
    erroneous(
      chen,
      null,
      3,
      12.3,
      mark(
        'lung-protective strategy with tidal volume 12 mL/kg',
        is.management,
        'lung-protective strategy with tidal volume 6 mL/kg',
        'Lung protection means 4 to 8 mL/kg of predicted weight; 12 contradicts the sentence itself.',
      ),
    ),
  ]),
]

const begun: ToldScript[] = [
  reading('n-111', 1, [
    erroneous(
      tan,
      null,
      3,
      2.7,
      mark(
        'added diltiazem 120 mg daily for rate control',
        is.drug,
        'started bisoprolol 1.25 mg daily for rate control',
        'Non-dihydropyridine calcium blockers are harmful in HFrEF. No reason not to give a beta-blocker.',
      ),
    ),
  ]),
  reading('n-112', 1, [correct(herrera, null, 3, 1.9)]),
  reading('n-113', 1, [
    erroneous(
      wu,
      null,
      3,
      3.5,
      mark(
        'Continue ceftriaxone 2 g IV 12-hourly as sole agent',
        is.drug,
        'Change to amoxicillin or ampicillin 2 g IV 4-hourly',
        'Listeria is intrinsically resistant to cephalosporins.',
      ),
    ),
  ]),
  reading('n-119', 0, [correct(raghavan, null, 3, 2.4)], {
    threads: [
      {
        reader: raghavan,
        messages: [
          {
            by: raghavan,
            text: 'Two acceptable schedules for oral iron exist (once daily, alternate days). Do I judge against one of them or against either?',
            written: { minutesAgo: 160 },
          },
          {
            by: solberg,
            text: 'Against either: a statement is wrong only if no current authoritative guideline supports it. See "What is not an error" in the guideline.',
            written: { minutesAgo: 120 },
          },
        ],
      },
    ],
  }),
  reading('n-121', 0, [
    erroneous(
      lin,
      null,
      3,
      1.8,
      mark(
        'secondary adrenal insufficiency',
        is.diagnosis,
        'primary adrenal insufficiency',
        'High ACTH, pigmentation, hyperkalaemia, 21-hydroxylase antibodies.',
      ),
    ),
  ]),
  reading(
    'n-126',
    0,
    [
      erroneous(
        tan,
        null,
        3,
        3.1,
        mark(
          'neuroleptic malignant syndrome',
          is.diagnosis,
          'serotonin syndrome',
          'Clonus, mydriasis and diarrhoea on sertraline, tramadol and linezolid; no dopamine blocker.',
        ),
      ),
    ],
    {
      drafts: [
        {
          reader: raghavan,
          veracity: 'erroneous',
          spans: [mark('neuroleptic malignant syndrome', '', 'serotonin toxicity', '')],
          difficulty: null,
          confidence: 3,
          note: '',
          activeMinutes: 2.0,
          saved: { minutesAgo: 11 },
        },
      ],
    },
  ),
]

const waiting = ['n-114', 'n-120', 'n-122', 'n-125', 'n-127', 'n-128', 'n-129', 'n-130', 'n-131', 'n-132']

export const story: ToldScript[] = [...closed, ...atTheBench, ...begun, ...waiting.map((item) => untouched(item))]
