/** Notes n-123 and n-124: the two long ones, about 6,000 characters each. */
import { medec as is } from '../error-types'
import { planted, plantedAll } from '../reference'
import type { DemoItem } from '../types'
import { from, note } from './note'

export const items3: DemoItem[] = [
  note({
    id: 'n-123',
    specialty: 'gastroenterology',
    style: 'discharge-note',
    difficulty: 5,
    source: from.harbour,
    model: 'larch-clinical-8b',
    reference: plantedAll(
      [
        'indicating that the ascites was not due to portal hypertension',
        is.diagnosis,
        'indicating that the ascites was due to portal hypertension',
      ],
      ['one formed stool every other day', is.management, 'two to three soft stools a day'],
    ),
    text: `DISCHARGE SUMMARY - GASTROENTEROLOGY AND HEPATOLOGY
Length of stay: 13 days. Discharged to: own home with daughter. Resuscitation status discussed: for full escalation.

PRINCIPAL DIAGNOSIS
Decompensated alcohol-related cirrhosis, Child-Pugh C (13) on admission, with tense ascites, spontaneous bacterial peritonitis and hepatic encephalopathy grade 2.

OTHER DIAGNOSES
Oesophageal varices, grade 2, no previous bleeding. Acute kidney injury stage 1, resolved. Malnutrition. Iron and folate deficiency. Type 2 diabetes, diet-controlled.

HISTORY
This 57-year-old former bus driver was brought in by his daughter with three weeks of increasing abdominal girth, ankle swelling and breathlessness on lying flat, and three days of sleepiness by day, wakefulness by night and forgetfulness. He had no haematemesis or melaena. He opened his bowels about twice a week and had started taking codeine for back pain two weeks earlier. He last drank alcohol five weeks before admission, after at least 20 years of about 80 units a week. He had one admission for ascites in spring, treated with spironolactone, which he had since stopped because of breast tenderness. He takes no herbal medicines. There is no family history of liver disease.

EXAMINATION ON ADMISSION
Drowsy but rousable, disoriented in time, coarse flapping tremor. Icteric. Temperature 37.8 °C, heart rate 102/min, BP 98/58 mmHg, respiratory rate 20/min, SpO2 95% on air. Spider naevi, palmar erythema, muscle wasting at the temples and shoulders. Abdomen tensely distended with shifting dullness and mild generalised tenderness, no rebound, small reducible umbilical hernia with intact skin. Pitting oedema to the knees. Rectal examination: hard stool, brown. No focal neurological signs.

INVESTIGATIONS
Blood on admission: Hb 98 g/L, MCV 101 fL, platelets 71 x 10^9/L, WBC 12.6 x 10^9/L; Na+ 129 mmol/L, K+ 3.4 mmol/L, creatinine 138 µmol/L (baseline 76), urea 9.8 mmol/L; bilirubin 71 µmol/L, ALT 38 U/L, AST 84 U/L, ALP 162 U/L, albumin 25 g/L; INR 1.7; CRP 58 mg/L; alpha-fetoprotein normal. Hepatitis B surface antigen and hepatitis C antibody negative. Ferritin, ceruloplasmin and autoantibodies unremarkable.
Diagnostic paracentesis within four hours of arrival, before antibiotics: cloudy straw-coloured fluid, neutrophils 612/mm3, albumin 6 g/L, total protein 9 g/L, glucose normal. Inoculated into blood culture bottles at the bedside: Escherichia coli, sensitive to third-generation cephalosporins. The serum-ascites albumin gradient was 19 g/L, indicating that the ascites was not due to portal hypertension. Cytology: no malignant cells.
Blood cultures negative. Urine: no growth, sodium 8 mmol/L. Chest radiograph: small right pleural effusion.
Ultrasound with Doppler: small irregular liver, no focal lesion, patent portal vein with slow hepatopetal flow, spleen 15.5 cm, large-volume ascites, kidneys of normal size without hydronephrosis.
Gastroscopy, day 6: three columns of grade 2 varices in the lower oesophagus with red signs; mild portal hypertensive gastropathy; no ulcer.

COURSE
1. Spontaneous bacterial peritonitis. Cefotaxime 2 g IV every eight hours was started on the day of admission and given for seven days. Human albumin solution 1.5 g/kg was given within six hours of diagnosis and 1 g/kg on day 3. Repeat paracentesis at 48 hours showed a fall in the neutrophil count to 104/mm3. He became afebrile on day 2. He was then started on long-term secondary prophylaxis with co-trimoxazole 960 mg daily, after discussion with microbiology, with potassium to be monitored.

2. Kidney injury. Diuretics were withheld, codeine and an over-the-counter anti-inflammatory that had come to light were stopped, and volume was replaced with albumin. Creatinine fell to 81 µmol/L by day 5. There was no need for terlipressin.

3. Ascites. Once the infection had responded, 7.2 litres were drained in one session on day 5, with 8 g of albumin given for each litre removed. Spironolactone was avoided because of painful gynaecomastia; amiloride 10 mg daily and furosemide 20 mg daily were started on day 9. Weight at discharge 68.4 kg without peripheral oedema. A no-added-salt diet was explained to him and to his daughter by the dietitian, together with the need for enough protein (1.2 to 1.5 g/kg daily) and a snack before bed.

4. Hepatic encephalopathy. The likely triggers were infection, constipation and codeine. CT of the head was not performed as there had been no fall and no focal signs. Phosphate enemas were given on the first day, followed by lactulose, and he was fully orientated without a flap by day 4. He is to go on taking lactulose at home, titrating the dose to one formed stool every other day. As this was a first episode with clear triggers, rifaximin was not started; it should be added if the encephalopathy recurs on lactulose. He has been told not to drive until reviewed.

5. Varices. In view of the red signs, primary prophylaxis was indicated. Carvedilol was deferred because of systolic pressures around 95 mmHg and recent kidney injury; a programme of band ligation was begun on day 10 and the second session is booked for three weeks' time.

6. Nutrition and vitamins. High-dose parenteral B vitamins for five days, then oral thiamine; folic acid 5 mg daily. Refeeding bloods remained normal.

7. Alcohol. He was seen twice by the liaison team and wishes to remain abstinent. Acamprosate was considered and may be started by the community team now that renal function is normal.

8. Prognosis. MELD-Na was 27 on admission and 18 at discharge. He has been told that his liver disease is life-threatening, and that abstinence may allow it to recompensate. Referral to the transplant centre will be discussed at the six-week review if he remains abstinent and has not recovered.

MEDICATION AT DISCHARGE
Co-trimoxazole 960 mg once daily; amiloride 10 mg once daily; furosemide 20 mg once daily; lactulose 20 mL three times daily, adjusted as above; thiamine 100 mg twice daily; folic acid 5 mg once daily. Paracetamol, up to 2 g in 24 hours, for back pain. Stopped: codeine, ibuprofen, spironolactone.

FOLLOW-UP
GP: urea, electrolytes and creatinine in five days and weekly for four weeks; particular attention to potassium on co-trimoxazole and amiloride. Day-case paracentesis unit: open access. Hepatology clinic in six weeks. Ultrasound every six months for surveillance of hepatocellular carcinoma. Vaccination against hepatitis A and B, influenza and pneumococcus. Daughter has the specialist nurse's number and knows the signs of confusion, fever and bleeding that should bring him back.`,
  }),
  note({
    id: 'n-124',
    specialty: 'critical-care',
    style: 'progress-note',
    difficulty: 5,
    source: from.northgate,
    model: 'larch-clinical-8b',
    reference: planted(
      'tidal volume 12 mL/kg of predicted body weight',
      is.treatment,
      'tidal volume 6 mL/kg of predicted body weight',
    ),
    text: `INTENSIVE CARE - DAILY REVIEW, DAY 3
Consultant round 08:30. Patient sedated and ventilated. Bed 7.

SUMMARY
44-year-old woman, 165 cm, 88 kg (predicted body weight 57 kg), previously well apart from asthma in childhood. Admitted three days ago with influenza A pneumonitis and secondary bacterial pneumonia; intubated after eight hours of high-flow nasal oxygen because of exhaustion. Septic shock on day 1, now improving. No known allergies. Not pregnant. Had not been vaccinated this season.

LAST 24 HOURS
Proned at 16:00 yesterday for PaO2/FiO2 of 98 mmHg on PEEP 12 cmH2O; turned supine at 08:00 today after 16 hours, uneventful, pressure areas checked (small blister on the chin, dressing applied). Noradrenaline down from 0.38 to 0.14 µg/kg/min. Vasopressin stopped at 02:00. Two loose stools. One episode of atrial fibrillation at 19:20, rate 150/min, lasting 25 minutes; magnesium 20 mmol given, reverted spontaneously, no recurrence. Temperature maximum 38.2 °C.

A - Oral tube size 8.0, 22 cm at the teeth, cuff pressure 26 cmH2O. Grade 1 view at intubation.

B - Pressure-regulated volume control. FiO2 0.50, PEEP 12 cmH2O, respiratory rate 24/min. Plateau pressure 27 cmH2O, driving pressure 15 cmH2O. Arterial gas on these settings, supine: pH 7.31, PaCO2 53 mmHg, PaO2 76 mmHg, bicarbonate 26 mmol/L, lactate 1.6 mmol/L. PaO2/FiO2 152 mmHg. Moderate thick secretions, bilateral crackles, no wheeze. Chest radiograph yesterday: bilateral airspace opacification in all four quadrants, tube and lines in good position, no pneumothorax. Echocardiogram on admission: hyperdynamic left ventricle, normal filling pressures.
Meets the criteria for moderate ARDS: within a week of a known insult, bilateral opacities, not explained by cardiac failure.

C - HR 92/min sinus, MAP 68 mmHg, CVP 9 mmHg, capillary refill 2 seconds, warm peripheries. Hydrocortisone 200 mg/day since noradrenaline exceeded 0.25 µg/kg/min. Troponin mildly raised and flat. Repeat echocardiogram requested because of the arrhythmia.

D - Propofol and fentanyl, RASS -4 while proned; pupils equal and reactive. Cisatracurium infusion stopped at 08:10 after 20 hours. Train of four 4/4 at 08:40.

E/F - Cumulative balance +3.9 L. Urine 40-60 mL/h. Na+ 144, K+ 4.0, Mg2+ 1.1 mmol/L, creatinine 142 µmol/L (peak 178, baseline 70), urea 13.2 mmol/L. Phosphate 0.62 mmol/L, being replaced. No indication for renal replacement.

G - Nasogastric feed at 45 mL/h, tolerated even while prone, gastric aspirates below 250 mL. Glucose 7.8-11.2 mmol/L on insulin 2 units/h. Liver tests: ALT 88 U/L, bilirubin 19 µmol/L. Abdomen soft. Pantoprazole for stress ulcer prophylaxis.

H - Hb 91 g/L, platelets 132 x 10^9/L, INR 1.2. Enoxaparin 40 mg daily. No bleeding. No transfusion, threshold 70 g/L.

I - Oseltamivir day 3. Tracheal aspirate: Staphylococcus aureus, methicillin-sensitive, moderate growth; PVL gene result awaited. Blood cultures (two sets, day 1): same organism in one bottle of four. Piperacillin/tazobactam, given empirically for 48 hours, was changed to flucloxacillin 2 g IV every four hours yesterday evening on the sensitivities; clindamycin continues for toxin suppression until the PVL result is known. Linezolid stopped. Repeat blood cultures taken this morning. CRP 312 -> 244 mg/L, procalcitonin 21 -> 9.4 ng/mL.

LINES - Right internal jugular, day 3, clean. Left radial arterial, day 3. Urinary catheter day 3. Peripheral cannula from the emergency department removed.

SKIN - Chin blister as above. Heels off-loaded. Eyes taped, lubricated.

ASSESSMENT
1. Moderate ARDS from influenza and MSSA pneumonia, improving oxygenation after the first prone session.
2. Septic shock, resolving.
3. S. aureus in one blood culture bottle: to be treated as true bacteraemia, never as a contaminant.
4. Stage 2 acute kidney injury, recovering.
5. Brief atrial fibrillation in sepsis, no anticoagulation for a single short episode.

PLAN
Ventilation: lung-protective strategy with tidal volume 12 mL/kg of predicted body weight, plateau pressure below 30 cmH2O, driving pressure ideally below 15. Accept permissive hypercapnia with pH above 7.20. Aim for SpO2 90-94%. Repeat gas at 12:00; if PaO2/FiO2 is below 150 mmHg on FiO2 0.6 or more, prone again for at least 16 hours. Do not restart paralysis unless dyssynchronous. Not a candidate for ECMO at present; criteria and the referral number are on the board.
Haemodynamics: wean noradrenaline to MAP 65 mmHg or above; stop hydrocortisone once vasopressors are no longer needed.
Fluids: no further boluses without evidence of fluid responsiveness; aim for an even to slightly negative balance, furosemide 20 mg IV if positive by 18:00.
Sedation: lighten to RASS -2 now that she is supine and no longer paralysed; daily interruption tomorrow if FiO2 is 0.5 or less.
Infection: flucloxacillin for at least 14 days counted from the first negative blood culture, on advice of infectious diseases; transthoracic echocardiogram for vegetations; infectious diseases to see at the bedside today. Oseltamivir 30 mg twice daily by tube while calculated creatinine clearance is between 30 and 60 mL/min (49 today, adjusted weight), 75 mg twice daily once it is above 60. Droplet precautions continue.
Nutrition: go up to 60 mL/h, protein 1.3 g/kg; replace phosphate and magnesium.
Prophylaxis: head of bed 30 degrees, oral care, enoxaparin, pantoprazole to stop when feeding is established at target.
Family: sister (next of kin) seen at 10:15 with nurse in charge. Told that oxygen levels are better, that the next two days remain uncertain, and that proning may be repeated. She asked about vaccination of the children; advised to speak with the GP this week.

Reviewed again 12:20: gas on FiO2 0.45: pH 7.33, PaCO2 50 mmHg, PaO2 74 mmHg. No need to prone. Echocardiogram at 11:30: no vegetation seen, left ventricular function normal, right ventricle not dilated.`,
  }),
]
