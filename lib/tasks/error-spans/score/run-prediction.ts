import type { RunLine } from '@/lib/formats/mediqa-run'
import type { Prediction } from './prediction'

/** A line of a MEDIQA-CORR run as a prediction. Its correction is not looked at: these measures are about places. */
export const runPrediction = ({ id, flagged, sentence }: RunLine): { id: string; prediction: Prediction } => ({
  id,
  prediction: { flagged, spans: sentence === null ? [] : [{ sentence }] },
})
