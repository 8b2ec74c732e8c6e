/** Reading with names decided by the rules alone, for a run that is given it; by default what was learned decides. */
import { STEPS } from './pipeline.ts'
import { recognize } from './recognize/recognize.ts'
import type { Reader, Steps } from './steps.ts'

export const RULES: Steps = { ...STEPS, recognize }

export const rulesReader: Reader = { id: 'rules', ahead: 1, stepsFor: async () => RULES }
