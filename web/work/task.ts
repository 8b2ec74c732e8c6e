import type { LayoutInput, LayoutResult } from '../layouts/layout.ts'
import type { MeasureInput, Measures } from '../measures/measures.ts'
import type { LayoutName } from '../picture.ts'

export type Task =
  | { kind: 'layout'; layout: LayoutName; input: LayoutInput }
  | { kind: 'measure'; input: MeasureInput }
export type TaskResult = LayoutResult | Measures
