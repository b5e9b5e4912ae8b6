/** Notes n-111 to n-122. */
import { medec as is } from '../error-types'
import { planted, sound } from '../reference'
import type { DemoItem } from '../types'
import { from, note } from './note'

export const items2: DemoItem[] = [
  note({
    id: 'n-111',
    specialty: 'cardiology',
    style: 'clinic-letter',
    difficulty: 3,
    source: from.clinic,
    model: 'larch-clinical-8b',
    reference: planted(
      'I have added diltiazem 120 mg daily for rate control',
      is.drug,
      'I have started bisoprolol at a low dose for rate control',
    ),
    text: `I reviewed this 66-year-old man three weeks after his admission with heart failure. He is in permanent atrial fibrillation; echocardiography shows a dilated left ventricle with an ejection fraction of 28%. He is euvolaemic, BP 124/76 mmHg, apex rate 108/min at rest. He takes ramipril, spironolactone, dapagliflozin, furosemide and apixaban and has never been given a beta-blocker; there is no asthma. I have added diltiazem 120 mg daily for rate control and will see him in two weeks. If his symptoms remain stable I plan to replace ramipril by sacubitril/valsartan, leaving 36 hours between the two. Potassium 4.6 mmol/L, eGFR 64.`,
  }),
  note({
    id: 'n-112',
    specialty: 'paediatrics',
    style: 'emergency-note',
    difficulty: 1,
    source: from.harbour,
    model: 'human',
    reference: sound,
    text: `2-year-old boy, 12 kg, one day of coryza, woke at 02:00 with a barking cough and stridor when upset. Immunised, no choking episode. T 37.9 °C, RR 32, SpO2 97% on air. Stridor on crying only, mild subcostal recession, good air entry, drinking. Throat not examined. Impression: mild croup. Given dexamethasone 1.8 mg (0.15 mg/kg) by mouth. Observed for two hours, no stridor at rest. Home with written advice: return if noisy breathing at rest, drawing in of the chest, drooling or blue lips. No antibiotics.`,
  }),
  note({
    id: 'n-113',
    specialty: 'infectious-disease',
    style: 'progress-note',
    difficulty: 4,
    source: from.northgate,
    model: 'larch-clinical-8b',
    reference: planted(
      'Continue ceftriaxone 2 g IV 12-hourly as sole agent',
      is.drug,
      'Add amoxicillin or ampicillin 2 g IV 4-hourly, since cephalosporins do not cover Listeria',
    ),
    text: `73 M on methotrexate and prednisolone for giant cell arteritis; two days of headache, fever and confusion. Neck stiff, GCS 13, no focal deficit. CT normal. LP: opening pressure 29 cmH2O, WBC 740/mm3 (70% neutrophils), protein 1.9 g/L, CSF glucose 1.6 mmol/L (plasma 7.2). Microbiology phoned at 11:30: short Gram-positive rods on CSF stain, and the same growing in one blood culture bottle; provisional identification Listeria monocytogenes. Dexamethasone was stopped on this result. Continue ceftriaxone 2 g IV 12-hourly as sole agent, 21 days in total. Hold methotrexate; stress-dose cover for steroids. Notify public health.`,
  }),
  note({
    id: 'n-114',
    specialty: 'emergency',
    style: 'emergency-note',
    difficulty: 1,
    source: from.harbour,
    model: 'larch-clinical-8b',
    reference: planted(
      'Portable chest radiograph requested before any intervention',
      is.management,
      'Immediate decompression, then chest drain and radiograph',
    ),
    text: `24 M, motorcyclist, resus bay. Agitated, RR 38, SpO2 81% on 15 L, HR 142, BP 70/40. Trachea deviated to the right, left chest hyperresonant with absent breath sounds, neck veins distended. Airway patent. Impression: left tension pneumothorax. Portable chest radiograph requested before any intervention; expected within 10 minutes. Two large-bore cannulae, crossmatch sent, FAST negative. Pelvic binder on. Trauma team leader informed.`,
  }),
  note({
    id: 'n-115',
    specialty: 'cardiology',
    style: 'progress-note',
    difficulty: 1,
    source: from.harbour,
    model: 'human',
    reference: sound,
    text: `72 M, NSTEMI, pain-free. Aspirin 300 mg given, fondaparinux 2.5 mg SC daily. Angiography within 24 h. No allergies.`,
  }),
  note({
    id: 'n-116',
    specialty: 'nephrology',
    style: 'progress-note',
    difficulty: 3,
    source: from.harbour,
    model: 'larch-clinical-8b',
    reference: planted(
      'raise sodium by 18-20 mmol/L over the first 24 h',
      is.management,
      'raise sodium by no more than 8-10 mmol/L over the first 24 h',
    ),
    text: `Renal consult. 61 F, 48 kg, alcohol use disorder, on bendroflumethiazide; a week of lethargy and unsteadiness. Na+ 108 mmol/L (118 three weeks ago), K+ 2.9 mmol/L, serum osmolality 232 mOsm/kg, urine osmolality 410 mOsm/kg. No seizures, GCS 15, clinically mildly hypovolaemic.
Chronic severe hyponatraemia, thiazide-induced, with hypokalaemia and poor nutrition.
Suggest: stop thiazide for good; potassium replacement (this counts towards the sodium rise); slow 0.9% saline. Target: raise sodium by 18-20 mmol/L over the first 24 h. Sodium every 4 h; if urine output exceeds 100 mL/h, check at once and consider desmopressin. Thiamine before any glucose. If she seizes: 150 mL of 3% saline.`,
  }),
  note({
    id: 'n-117',
    specialty: 'rheumatology',
    style: 'progress-note',
    difficulty: 2,
    source: from.northgate,
    model: 'larch-clinical-8b',
    reference: planted(
      'Start indometacin 50 mg three times daily for five days',
      is.drug,
      'Start prednisolone 30 mg daily for five days (avoid NSAIDs at this eGFR)',
    ),
    text: `Asked to see 79 M, day 3 after decompensated heart failure, with sudden severe pain in the left first MTP joint overnight. Joint hot, red, exquisitely tender; afebrile; CRP 64 mg/L. Aspirated under ultrasound: negatively birefringent needle-shaped crystals, no organisms on Gram stain. eGFR 22 mL/min/1.73 m2, on furosemide 80 mg and apixaban. Impression: acute gout. Start indometacin 50 mg three times daily for five days with omeprazole cover. Do not start allopurinol during this admission unless he is already on it. Review diuretic dose as oedema clears.`,
  }),
  note({
    id: 'n-118',
    specialty: 'respiratory',
    style: 'discharge-note',
    difficulty: 2,
    source: from.harbour,
    model: 'human',
    reference: sound,
    text: `54 F admitted with pleuritic pain and breathlessness ten days after knee arthroscopy. CTPA: segmental emboli in the right lower lobe, no right heart strain. Troponin normal, BP and saturations normal throughout, sPESI 0. Treated with apixaban 10 mg twice daily for seven days, then 5 mg twice daily; planned duration three months, as the event was provoked by surgery. Discharged on day 1. No thrombophilia testing and no search for occult cancer beyond history, examination and routine bloods. Advised to tell anyone who prescribes for her, to avoid over-the-counter NSAIDs, and to come back for bleeding, fainting or worse breathlessness. Pulmonary embolism clinic in 12 weeks.`,
  }),
  note({
    id: 'n-119',
    specialty: 'gastroenterology',
    style: 'clinic-letter',
    difficulty: 2,
    source: from.clinic,
    model: 'human',
    reference: sound,
    text: `Seen today: 68 M with fatigue. Hb 92 g/L, MCV 71 fL, ferritin 6 µg/L, transferrin saturation 5%, coeliac serology negative, no visible blood loss, not on antiplatelets or anticoagulants. Iron deficiency anaemia in a man of this age needs both ends of the gut examined, and I have booked gastroscopy and colonoscopy within two weeks. Ferrous sulfate 200 mg once daily in the meantime, to be stopped seven days before colonoscopy because it darkens the residue. Hb should rise by about 20 g/L in three to four weeks; treatment continues for three months after it is normal.`,
  }),
  note({
    id: 'n-120',
    specialty: 'haematology',
    style: 'emergency-note',
    difficulty: 3,
    source: from.harbour,
    model: 'human',
    reference: sound,
    text: `4-year-old girl, viral cold two weeks ago, bruises and pinpoint rash for two days. Well, playing, no mucosal bleeding, no nodes, no hepatosplenomegaly. Platelets 9 x 10^9/L, Hb 121 g/L, WBC 7.4 x 10^9/L with normal differential, film: few large platelets, no blasts, no fragments. Impression: newly diagnosed immune thrombocytopenia, skin bleeding only. Parents and team agreed on observation without treatment. No marrow needed. No aspirin or ibuprofen, no contact sports. Return for nosebleed over 15 minutes, headache, vomiting or head injury. Repeat count in one week.

Discussed with parents for 25 minutes, with an interpreter: the cause is antibodies that follow a trivial infection and make the spleen remove platelets; the marrow is making new ones, younger and larger than usual, which is why children with such low counts so rarely bleed seriously. About three in four are well within six months whatever we do. Treatment with steroids or immunoglobulin raises the count faster but does not change how long the illness lasts, and each has side effects; we would offer it for bleeding from the nose, mouth, gut or bladder, or before an operation, and not for the number alone. Serious bleeding in the head happens in fewer than one in a hundred.

Practical advice given in writing: nursery may go on, with soft play and no climbing frames; helmet on the balance bike; paracetamol only; no intramuscular injections, so her booster waits until the count is above 50 x 10^9/L. They have the ward number and live 15 minutes away. Asked to come straight back if she becomes pale or tired, has fever without a cause, bone pain, or swollen glands, since that would make us look at the marrow.

Family history: no bleeding disorder, no early deafness or kidney disease. Blood group, immunoglobulins and direct antiglobulin test sent with the first sample. Coagulation screen normal. HIV and hepatitis C tests not done today; to be added if still low at three months. Reviewed with haematology registrar by telephone, who agrees.`,
  }),
  note({
    id: 'n-121',
    specialty: 'endocrinology',
    style: 'progress-note',
    difficulty: 3,
    source: from.northgate,
    model: 'larch-clinical-8b',
    reference: planted(
      'secondary adrenal insufficiency',
      is.diagnosis,
      'primary adrenal insufficiency (Addison disease)',
    ),
    text: `33 F, vitiligo, three months of weight loss, salt craving and dizziness. Pigmented palmar creases and buccal mucosa. BP 96/58 lying, 74/40 standing. Na+ 126, K+ 5.8 mmol/L, glucose 3.9 mmol/L. 09:00 cortisol 64 nmol/L, ACTH 212 pmol/L (2-11), renin high; cortisol 78 nmol/L 30 minutes after tetracosactide. 21-hydroxylase antibodies positive. Conclusion: secondary adrenal insufficiency. Already on IV hydrocortisone 100 mg then 200 mg/24 h with saline, much better. Tomorrow: oral hydrocortisone 10/5/5 mg and fludrocortisone 100 micrograms. Steroid card, sick-day rules and emergency injection kit taught.`,
  }),
  note({
    id: 'n-122',
    specialty: 'dermatology',
    style: 'emergency-note',
    difficulty: 1,
    source: from.northgate,
    model: 'human',
    reference: sound,
    text: `50 M, two days of spreading redness of the left shin after scratching an insect bite. T 37.6 °C, HR 84, BP normal. Warm tender erythema 9 x 14 cm, edge marked with pen, no crepitus, no blisters, pain in proportion, tinea between the toes. Right leg normal. Non-severe cellulitis, likely streptococcal. Flucloxacillin 500 mg four times daily for five days, leg elevation, terbinafine cream. Return if redness passes the line after 48 h, or fever, or severe pain.`,
  }),
]
