/** Reading with names decided by what was learned, for a run that is given it; by default the rules decide. */
import { RULES } from './pipeline.ts'
import { recognizeLearned } from './recognize/model/learned.ts'
import type { Reader, Steps } from './steps.ts'

export const LEARNED: Steps = { ...RULES, recognize: recognizeLearned }

export const learnedReader: Reader = { id: 'learned', ahead: 1, stepsFor: async () => LEARNED }
