import { circle } from './circle.ts'
import { force } from './force.ts'
import { layers } from './layers.ts'
import type { Layout, LayoutName } from './layout.ts'
import { pack } from './pack.ts'
import { time } from './time.ts'
import { untangle } from './untangle.ts'

export const layouts: Record<LayoutName, Layout> = { force, layers, circle, pack, time, untangle }
