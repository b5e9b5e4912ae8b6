/** Notes n-101 to n-110. */
import { medec as is } from '../error-types'
import { planted, plantedAll, sound } from '../reference'
import type { DemoItem } from '../types'
import { from, note } from './note'

export const items1: DemoItem[] = [
  note({
    id: 'n-101',
    specialty: 'respiratory',
    style: 'discharge-note',
    difficulty: 2,
    source: from.northgate,
    model: 'larch-clinical-8b',
    reference: planted('Klebsiella pneumoniae', is.organism, 'Streptococcus pneumoniae'),
    text: `DISCHARGE SUMMARY
A 46-year-old man with no past history was admitted with two days of fever, rigors, right-sided pleuritic chest pain and rusty sputum. Temperature 39.4 °C, heart rate 112/min, respiratory rate 26/min, BP 118/70 mmHg, SpO2 92% on air. There was bronchial breathing at the right base. Chest radiograph: right lower lobe consolidation. WBC 18.2 x 10^9/L, CRP 286 mg/L, urea 6.1 mmol/L. Sputum Gram stain showed numerous neutrophils and lancet-shaped Gram-positive diplococci, and the urinary antigen test was positive. Blood cultures grew the same organism, and he was treated for lobar pneumonia due to Klebsiella pneumoniae. He received benzylpenicillin for 48 hours, was afebrile on day 3 and was switched to oral amoxicillin to complete five days. Repeat chest radiograph in six weeks; smoking cessation advice given (15 pack-years).`,
  }),
  note({
    id: 'n-102',
    specialty: 'endocrinology',
    style: 'progress-note',
    difficulty: 3,
    source: from.harbour,
    model: 'larch-clinical-8b',
    reference: planted(
      'Insulin infusion stopped now that glucose is below 14 mmol/L',
      is.drug,
      'Continue the insulin infusion and add 10% dextrose until ketosis has resolved',
    ),
    text: `HDU day 1, 06:40
22 F, type 1 diabetes, DKA precipitated by missed insulin and gastroenteritis.
S: Less nauseated, thirsty. No abdominal pain.
O: HR 98, BP 112/68, RR 22. Glucose 31.0 -> 11.8 mmol/L over 8 h. Capillary ketones 6.4 -> 3.9 mmol/L. Venous pH 7.09 -> 7.21, bicarbonate 8 -> 12 mmol/L. K+ 4.1 mmol/L. Urine output 90 mL/h. Total 4.5 L 0.9% saline given, with potassium replacement from the second litre.
A: DKA, improving. Not yet resolved.
P: Insulin infusion stopped now that glucose is below 14 mmol/L. Continue long-acting insulin at her usual dose. Hourly glucose and ketones, venous gas and K+ two-hourly. Allow sips. Diabetes nurse to see for sick-day rules.`,
  }),
  note({
    id: 'n-103',
    specialty: 'emergency',
    style: 'emergency-note',
    difficulty: 2,
    source: from.northgate,
    model: 'larch-clinical-8b',
    reference: planted(
      '0.5 mg of adrenaline 1:1000 was given as an IV bolus',
      is.drug,
      '0.5 mg of adrenaline 1:1000 was given intramuscularly into the anterolateral thigh',
    ),
    text: `19-year-old woman, known peanut allergy, brought by ambulance 15 minutes after eating a dessert at a restaurant. Generalised urticaria, lip swelling, hoarse voice, wheeze. BP 82/44 mmHg, HR 138/min, SpO2 90% on air, GCS 15. Impression: anaphylaxis. She was laid flat with legs raised, given high-flow oxygen, and 0.5 mg of adrenaline 1:1000 was given as an IV bolus. A litre of crystalloid was infused rapidly and the dose of adrenaline was repeated after five minutes with good response. Serial tryptase taken. Plan: observe for at least 6 hours after resolution, as two doses were needed, prescribe two auto-injectors, refer to the allergy clinic.`,
  }),
  note({
    id: 'n-104',
    specialty: 'radiology',
    style: 'radiology-report',
    difficulty: 1,
    source: from.imaging,
    model: 'human',
    reference: sound,
    text: `CHEST, PA AND LATERAL
Indication: cough for 3 weeks, smoker.
Findings: The heart is not enlarged. The mediastinal contour is normal and the trachea is central. There is an ill-defined opacity in the right middle zone which obscures the right heart border; on the lateral view it projects over the heart, in front of the oblique fissure. No cavitation. No pleural effusion. No rib destruction.
Impression: Right middle lobe consolidation, most likely infective. In a smoker over 40, repeat radiograph in six weeks to confirm resolution; if it persists, CT.`,
  }),
  note({
    id: 'n-105',
    specialty: 'rheumatology',
    group: 'methotrexate',
    style: 'medication-advice',
    difficulty: 1,
    source: from.pharmacy,
    model: 'larch-clinical-8b',
    reference: planted('15 mg by mouth once daily', is.drug, '15 mg by mouth once weekly'),
    text: `To: patient, via portal. You have been started on methotrexate for rheumatoid arthritis. Your dose is 15 mg by mouth once daily, using 2.5 mg tablets only. Take folic acid 5 mg once a week, not on the same day as methotrexate. Do not take trimethoprim or co-trimoxazole while you are on it, and ask us before buying anti-inflammatory painkillers. You need blood tests every two weeks until your dose has been stable for six weeks, then less often. Stop it and ring us the same day if you have a sore throat with fever, unexplained bruising, mouth ulcers or new breathlessness. Both men and women should discuss contraception with us.`,
  }),
  note({
    id: 'n-106',
    specialty: 'endocrinology',
    style: 'clinic-letter',
    difficulty: 2,
    source: from.clinic,
    model: 'human',
    reference: sound,
    text: `Dear colleague, thank you for referring this 38-year-old teacher with six months of tiredness, constipation and weight gain of 5 kg. Pulse 58/min, regular; slow-relaxing ankle reflexes; small firm goitre. TSH 24 mU/L, free T4 7.1 pmol/L (9-19), TPO antibodies strongly positive. This is primary hypothyroidism due to autoimmune thyroiditis. I have started levothyroxine 75 micrograms daily, to be taken on an empty stomach and at least four hours apart from her iron tablets. Please repeat TSH in six to eight weeks and adjust in 25 microgram steps. She is planning a pregnancy; once she has a positive test she should increase the dose straight away, by about 25 to 30%, and contact us.`,
  }),
  note({
    id: 'n-107',
    specialty: 'neurology',
    style: 'emergency-note',
    difficulty: 2,
    source: from.harbour,
    model: 'human',
    reference: sound,
    text: `74 M, right-handed, atrial fibrillation, not anticoagulated by his own choice. Found at 09:10 by his wife, who had last seen him well at 08:30. Global aphasia, gaze preference to the left, right facial droop, right arm and leg 1/5, right hemianopia. NIHSS 21. Glucose 6.8 mmol/L, BP 168/94 mmHg. CT head: no haemorrhage, hyperdense left middle cerebral artery. CTA: left M1 occlusion, good collaterals. Impression: left MCA infarct, cardioembolic. Thrombolysis started 10:05 after checklist; transferred to angiography for thrombectomy without waiting for response. No antithrombotics for 24 h, then repeat CT.`,
  }),
  note({
    id: 'n-108',
    specialty: 'radiology',
    style: 'radiology-report',
    difficulty: 2,
    source: from.imaging,
    model: 'larch-clinical-8b',
    reference: planted('acute subdural haematoma', is.diagnosis, 'acute extradural (epidural) haematoma'),
    text: `CT HEAD WITHOUT CONTRAST
Indication: 17 M, cricket ball to the left temple. Brief loss of consciousness, lucid for an hour, now GCS 11 and vomiting.
Findings: There is a 24 mm biconvex hyperdense extra-axial collection over the left temporal convexity which does not cross the coronal or lambdoid suture. Overlying linear fracture of the squamous temporal bone. 7 mm midline shift to the right with effacement of the left lateral ventricle. Basal cisterns are narrowed but present. No contusion. No intraventricular blood.
Impression: Large left-sided acute subdural haematoma with mass effect and a temporal bone fracture. Findings telephoned to the on-call neurosurgeon at 21:14.`,
  }),
  note({
    id: 'n-109',
    specialty: 'obstetrics-gynaecology',
    style: 'progress-note',
    difficulty: 3,
    source: from.northgate,
    model: 'larch-clinical-8b',
    reference: planted(
      'start ciprofloxacin 400 mg IV 12-hourly',
      is.drug,
      'start a beta-lactam such as ceftriaxone 1-2 g IV once daily',
    ),
    text: `Antenatal ward. 27 y, G2P1, 24+3 weeks, one day of fever, right loin pain and vomiting. T 38.9 °C, HR 118, BP 104/62, right renal angle tender, uterus soft and non-tender, fetal heart 158/min. Urine: nitrites +, leucocytes 3+. Creatinine 62 µmol/L, lactate 1.4 mmol/L. No drug allergies. Blood and urine cultures sent. Impression: acute pyelonephritis in pregnancy. Plan: admit, IV fluids, start ciprofloxacin 400 mg IV 12-hourly and review with sensitivities at 48 h; renal ultrasound if not settling; paracetamol for fever; VTE assessment; monthly urine cultures until delivery after treatment.`,
  }),
  note({
    id: 'n-110',
    specialty: 'gastroenterology',
    style: 'progress-note',
    difficulty: 4,
    source: from.northgate,
    model: 'larch-clinical-8b',
    reference: plantedAll(
      ['Clostridium perfringens', is.organism, 'Clostridioides difficile'],
      ['Vancomycin 125 mg IV four times daily', is.drug, 'Vancomycin 125 mg by mouth four times daily'],
    ),
    text: `Day 4 of diarrhoea. 81 F, nursing home resident, finished co-amoxiclav for cellulitis nine days ago.
Seven watery stools in 24 h, cramping lower abdominal pain. T 38.1 °C, HR 96, BP 122/70. Abdomen soft, mildly distended, no peritonism. WBC 17.9 x 10^9/L, creatinine 104 µmol/L (baseline 88), albumin 27 g/L.
Stool: GDH antigen positive, toxin A/B positive. Flexible sigmoidoscopy yesterday: raised yellow-white plaques on inflamed mucosa.
Assessment: pseudomembranous colitis, first episode, caused by Clostridium perfringens.
Plan: Side room, soap and water for hands (alcohol gel does not kill spores). Stop omeprazole, no clear indication. Vancomycin 125 mg IV four times daily for 10 days. No loperamide. Daily abdominal examination; surgical review if WBC or lactate rise.`,
  }),
]
