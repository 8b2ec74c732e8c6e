import type { LayoutInput, LayoutName, LayoutResult } from '../layouts/layout.ts'
import type { MeasureInput, Measures } from '../measures/measures.ts'

export type Task =
  | { kind: 'layout'; layout: LayoutName; input: LayoutInput }
  | { kind: 'measure'; input: MeasureInput }
export type TaskResult = LayoutResult | Measures
