/** Every way out of the explorer; loaded when the first one is taken. */
import { strToU8, zipSync } from 'fflate'
import type { Stage } from '../canvas/stage.ts'
import { useStore } from '../state/state.ts'
import { download } from './download.ts'
import { drawingOf, measurer } from './drawing.ts'
import { gexfOf } from './gexf.ts'
import { pngOf } from './png.ts'
import { svgOf } from './svg.ts'
import { edgesCsv, graphmlOf, jsonOf, nodesCsv } from './tables.ts'

export const FORMATS = ['png', 'svg', 'gexf', 'graphml', 'csv', 'json'] as const
export type Format = (typeof FORMATS)[number]

export async function exportAs(format: Format, stage: Stage): Promise<void> {
  const { graph, places, theme, file } = useStore.getState()
  const name = `quanmai${file ? `-${file.replace(/\.\w+$/, '')}` : ''}`
  const shown = onStage(stage)
  const drawing = () =>
    drawingOf(
      stage.scene,
      theme,
      (id) => (stage.sigma.getNodeDisplayData(id) ?? stage.sigma.getEdgeDisplayData(id))?.hidden === true,
      measurer(),
    )
  const visible = {
    nodes: graph.nodes.filter((n) => shown(n.id)),
    edges: graph.edges.filter((e) => shown(e.id) && shown(e.from) && shown(e.to)),
  }
  if (format === 'png') download(`${name}.png`, await pngOf(drawing()), 'image/png')
  else if (format === 'svg') download(`${name}.svg`, svgOf(drawing()), 'image/svg+xml')
  else if (format === 'json') download(`${name}.json`, jsonOf(visible, places), 'application/json')
  else if (format === 'graphml') download(`${name}.graphml`, graphmlOf(visible, places), 'application/xml')
  else if (format === 'gexf') {
    const colours = new Map(stage.scene.mapNodes((id, { color }) => [id, String(color)]))
    download(`${name}.gexf`, gexfOf(visible, places, colours), 'application/xml')
  } else
    download(
      `${name}-csv.zip`,
      zipSync({ 'nodes.csv': strToU8(nodesCsv(visible)), 'edges.csv': strToU8(edgesCsv(visible)) }),
      'application/zip',
    )
}

/** What is exported is what is seen: what the legend or the time hides stays out. */
const onStage = (stage: Stage) => (id: string) =>
  !(stage.sigma.getNodeDisplayData(id) ?? stage.sigma.getEdgeDisplayData(id))?.hidden
