/** Notes that wait at the bench, are half read, or are not begun. */
import { medec as is } from '../error-types'
import { correct, disputed, erroneous, mark, reading, untouched, type ToldScript } from '../telling'
import { asante, chen, herrera, lin, raghavan, solberg, tan, wu } from '../who'

export const atTheBench: ToldScript[] = [
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

export const begun: ToldScript[] = [
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

export const waiting: ToldScript[] = [
  'n-114',
  'n-120',
  'n-122',
  'n-125',
  'n-127',
  'n-128',
  'n-129',
  'n-130',
  'n-131',
  'n-132',
].map((item) => untouched(item))
