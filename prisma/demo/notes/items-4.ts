/** Notes n-125 to n-132. */
import { medec as is } from '../error-types'
import { planted, sound } from '../reference'
import type { DemoItem } from '../types'
import { from, note } from './note'

export const items4: DemoItem[] = [
  note({
    id: 'n-125',
    specialty: 'radiology',
    style: 'radiology-report',
    difficulty: 3,
    source: from.imaging,
    model: 'human',
    reference: sound,
    text: `MRI LEFT KNEE
Clinical details: 28 F, twisted knee skiing, felt a pop, swelling within an hour. Lachman positive.
Findings: Complete discontinuity of the anterior cruciate ligament in its mid-substance. Bone marrow oedema in the lateral femoral condyle at the sulcus terminalis and in the posterolateral tibial plateau, a pivot-shift pattern. Vertical longitudinal tear of the posterior horn of the medial meniscus, 12 mm, undisplaced. Posterior cruciate and both collateral ligaments intact. Large effusion without a fat-fluid level. Articular cartilage preserved.
Impression: Acute complete ACL rupture with pivot-shift bruising and a peripheral tear of the medial meniscus.`,
  }),
  note({
    id: 'n-126',
    specialty: 'psychiatry',
    style: 'progress-note',
    difficulty: 4,
    source: from.harbour,
    model: 'larch-clinical-8b',
    reference: planted('neuroleptic malignant syndrome', is.diagnosis, 'serotonin toxicity (serotonin syndrome)'),
    text: `Liaison review, orthopaedic ward. 49 F on sertraline 200 mg for years. Linezolid was started 30 hours ago for an infected hip prosthesis; tramadol for pain. Since last night agitated, sweating, diarrhoea. T 38.6 °C, HR 128, BP 158/92, pupils 6 mm, bowel sounds brisk. Tremor, ankle clonus of more than ten beats on both sides, ocular clonus, knee jerks 4+, tone raised in the legs more than the arms. CK 410 U/L. She has had no antipsychotic or antiemetic. Impression: neuroleptic malignant syndrome. Plan: stop sertraline, tramadol and linezolid (microbiology to advise on an alternative), benzodiazepines, active cooling, move to HDU, cyproheptadine by tube if no better within hours.`,
  }),
  note({
    id: 'n-127',
    specialty: 'ophthalmology',
    style: 'emergency-note',
    difficulty: 3,
    source: from.northgate,
    model: 'larch-clinical-8b',
    reference: planted(
      'atropine 1% to the right eye',
      is.drug,
      'pilocarpine 2% to the right eye once the pressure begins to fall',
    ),
    text: `67 F, hypermetrope, sudden right eye pain at the cinema with haloes and vomiting. VA 6/60 right, 6/9 left. Red eye, hazy cornea, fixed mid-dilated pupil, shallow anterior chamber. IOP 58 mmHg right, 17 left. Impression: acute angle closure. Given acetazolamide 500 mg IV, timolol and apraclonidine drops (no asthma, no heart block), prednisolone drops, atropine 1% to the right eye, analgesia and ondansetron, nursed supine. Ophthalmology on the way; laser iridotomy to both eyes once the cornea is clear.`,
  }),
  note({
    id: 'n-128',
    specialty: 'urology',
    style: 'emergency-note',
    difficulty: 1,
    source: from.harbour,
    model: 'human',
    reference: sound,
    text: `14 M woken at 04:00 by severe left testicular pain, vomited twice, arrived 05:15. No trauma, no urinary symptoms. Left testis high, horizontal lie, exquisitely tender, cremasteric reflex absent on the left and present on the right; TWIST score 7. Urine dip clear. Clinical diagnosis of torsion: no ultrasound, as it would delay surgery. Urology registrar at bedside 05:25, theatre booked for immediate exploration and bilateral fixation, consent including possible orchidectomy. Nil by mouth, morphine, ondansetron.`,
  }),
  note({
    id: 'n-129',
    specialty: 'pharmacology',
    group: 'anticoagulants',
    style: 'medication-advice',
    difficulty: 2,
    source: from.pharmacy,
    model: 'human',
    reference: sound,
    text: `Query from GP: 70-year-old on long-term warfarin for a mechanical mitral valve (target INR 3.0, last 2.9), penicillin-allergic, needs treatment for an atypical chest infection and has been prescribed clarithromycin 500 mg twice daily. Advice: clarithromycin inhibits the metabolism of warfarin and the INR often rises within three to five days. Doxycycline would interact less but may also raise the INR. If clarithromycin is used, check INR on day 3 and again about a week after stopping, and adjust the warfarin to the result. Remind the patient to report bleeding or black stools. A direct oral anticoagulant is not an option with a mechanical valve.`,
  }),
  note({
    id: 'n-130',
    specialty: 'general-practice',
    style: 'clinic-letter',
    difficulty: 2,
    source: from.clinic,
    model: 'human',
    reference: sound,
    text: `Telephone consultation. 26 F asks to restart the combined pill. She has had about one headache a month since school: zigzag lines spreading across the left half of vision for 20 minutes, followed by throbbing pain, nausea and dislike of light. Non-smoker, BMI 23, BP last month 112/70. This is migraine with aura, and the combined pill is contraindicated because it adds to the risk of ischaemic stroke. We discussed the desogestrel pill, the implant, hormonal and copper coils; she chose the implant. For the headaches: ibuprofen 400 mg with an antiemetic at onset of pain, a triptan when that fails, no more than two days a week.`,
  }),
  note({
    id: 'n-131',
    specialty: 'paediatrics',
    style: 'progress-note',
    difficulty: 3,
    source: from.northgate,
    model: 'larch-clinical-8b',
    reference: planted('Staphylococcus aureus', is.organism, 'group A Streptococcus (Streptococcus pyogenes)'),
    text: `11 F, recently arrived from abroad. Untreated sore throat three weeks ago. Fever for five days, then knee pain which settled as the left ankle and right wrist became swollen. New pansystolic murmur at the apex. PR 210 ms, ESR 84 mm/h, CRP 96 mg/L, ASO titre 1,200 IU/mL rising. Echocardiogram: moderate mitral regurgitation, thickened anterior leaflet. Diagnosis: acute rheumatic fever with carditis and migratory polyarthritis, following pharyngitis due to Staphylococcus aureus. Plan: benzathine benzylpenicillin now and every four weeks, naproxen, bed rest while febrile, dental referral, register for secondary prophylaxis; family screened.`,
  }),
  note({
    id: 'n-132',
    specialty: 'infectious-disease',
    style: 'clinic-letter',
    difficulty: 2,
    source: from.clinic,
    model: 'human',
    reference: sound,
    text: `This 41-year-old forester found a tick behind his right knee twelve days ago. Since Friday he has noticed a painless red ring, now 11 cm across with central clearing, slowly growing, with mild aches but no fever, palpitations or facial weakness. This is erythema migrans, and Borrelia burgdorferi infection can be diagnosed on sight; serology is often negative at this stage and I have not sent it. Doxycycline 100 mg twice daily for 21 days, with advice on sunlight. ECG normal. No routine follow-up if the rash clears.`,
  }),
]
