/** Sigma and what it shows: hover dims the rest, chosen things stand out, types can be left out. */
import { createEdgeCurveProgram } from '@sigma/edge-curve'
import { createNodeBorderProgram } from '@sigma/node-border'
import { MultiDirectedGraph } from 'graphology'
import Sigma from 'sigma'
import { EdgeArrowProgram } from 'sigma/rendering'
import type { Subgraph } from '../model/graph.ts'
import type { EntityType } from '../model/ontology.ts'
import { type Scene, updateScene } from './scene.ts'
import type { Chosen } from './state.ts'
import type { Language } from './words.ts'

export interface StageEvents {
  choose(chosen: Chosen): void
  expand(id: string): void
}

const FONT =
  'Inter Variable, PingFang SC, HarmonyOS Sans SC, Microsoft YaHei, "Noto Sans SC Variable", sans-serif'
const PAPER = { light: '#FBFAF7', dark: '#14171C' }
const INK = { light: '#1E2329', dark: '#E8EAED' }
const FAINT = { light: '#E4E1DA', dark: '#2B313B' }

export class Stage {
  readonly scene: Scene = new MultiDirectedGraph()
  readonly #sigma: Sigma
  #theme: 'light' | 'dark' = 'light'
  #hovered: string | null = null
  #near = new Set<string>()
  #chosen: Chosen = null
  #hiddenTypes: ReadonlySet<EntityType> = new Set()

  constructor(container: HTMLElement, events: StageEvents) {
    this.#sigma = new Sigma(this.scene, container, {
      defaultNodeType: 'rim',
      nodeProgramClasses: {
        rim: createNodeBorderProgram({
          borders: [
            { size: { value: 1.5, mode: 'pixels' }, color: { attribute: 'rim' } },
            { size: { fill: true }, color: { attribute: 'color' } },
          ],
        }),
        ring: createNodeBorderProgram({
          borders: [
            { size: { value: 2.5, mode: 'pixels' }, color: { attribute: 'color' } },
            { size: { value: 2, mode: 'pixels' }, color: { attribute: 'rim' } },
            { size: { fill: true }, color: { attribute: 'color' } },
          ],
        }),
      },
      defaultEdgeType: 'arrow',
      edgeProgramClasses: { arrow: EdgeArrowProgram, curve: createEdgeCurveProgram() },
      labelFont: FONT,
      labelSize: 12,
      labelWeight: '500',
      labelDensity: 0.9,
      labelGridCellSize: 110,
      labelRenderedSizeThreshold: 6,
      enableEdgeEvents: true,
      renderEdgeLabels: false,
      edgeLabelFont: FONT,
      edgeLabelSize: 11,
      zIndex: true,
      minCameraRatio: 0.08,
      maxCameraRatio: 4,
      stagePadding: 60,
      nodeReducer: (node, data) => this.#nodeLook(node, data),
      edgeReducer: (edge, data) => this.#edgeLook(edge, data),
      defaultDrawNodeLabel: (context, data) => this.#drawLabel(context, data),
      defaultDrawNodeHover: (context, data) => this.#drawLabel(context, data),
    })
    this.#sigma.on('enterNode', ({ node }) => this.#hover(node))
    this.#sigma.on('leaveNode', () => this.#hover(null))
    this.#sigma.on('clickNode', ({ node }) => events.choose({ kind: 'node', id: node }))
    this.#sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
      preventSigmaDefault()
      events.expand(node)
    })
    this.#sigma.on('clickEdge', ({ edge }) => {
      const [from, to] = this.scene.extremities(edge)
      events.choose({
        kind: 'edge',
        id: edge,
        from,
        to,
        type: String(this.scene.getEdgeAttribute(edge, 'relation')),
      })
    })
    this.#sigma.on('clickStage', () => events.choose(null))
  }

  show(graph: Subgraph, theme: 'light' | 'dark', language: Language): void {
    this.#theme = theme
    updateScene(this.scene, graph, theme, language)
    this.#sigma.refresh()
  }

  look(chosen: Chosen, hiddenTypes: ReadonlySet<EntityType>): void {
    this.#chosen = chosen
    this.#hiddenTypes = hiddenTypes
    this.#sigma.setSetting('renderEdgeLabels', chosen !== null)
    this.#sigma.refresh({ skipIndexation: true })
  }

  /** Moves the camera so that a node stands in the middle. */
  centre(id: string): void {
    const at = this.#sigma.getNodeDisplayData(id)
    if (at)
      void this.#sigma.getCamera().animate({ x: at.x, y: at.y, ratio: 0.5 }, { duration: still() ? 0 : 600 })
  }
  fit(): void {
    void this.#sigma.getCamera().animatedReset({ duration: still() ? 0 : 600 })
  }
  zoom(inwards: boolean): void {
    const camera = this.#sigma.getCamera()
    void (inwards ? camera.animatedZoom({ duration: 200 }) : camera.animatedUnzoom({ duration: 200 }))
  }

  /** Where a node is drawn, in pixels of the page. */
  nodeAt(id: string): { x: number; y: number } | null {
    const at = this.#sigma.getNodeDisplayData(id)
    return at ? this.#onPage(this.#sigma.framedGraphToViewport(at)) : null
  }
  /** The middle of an edge, in pixels of the page. */
  edgeAt(id: string): { x: number; y: number } | null {
    if (!this.scene.hasEdge(id)) return null
    const [a, b] = this.scene.extremities(id).map((node) => this.nodeAt(node)!)
    return { x: (a!.x + b!.x) / 2, y: (a!.y + b!.y) / 2 }
  }
  #onPage({ x, y }: { x: number; y: number }) {
    const box = this.#sigma.getContainer().getBoundingClientRect()
    return { x: x + box.left, y: y + box.top }
  }

  refresh(): void {
    this.#sigma.refresh()
  }
  end(): void {
    this.#sigma.kill()
  }

  #hover(node: string | null): void {
    this.#hovered = node
    this.#near = new Set(node ? [node, ...this.scene.neighbors(node)] : [])
    this.#sigma.getContainer().style.cursor = node ? 'pointer' : ''
    this.#sigma.refresh({ skipIndexation: true })
  }

  #nodeLook(node: string, data: Record<string, unknown>) {
    const rim = PAPER[this.#theme]
    const hidden = this.#hiddenTypes.has(data.entityType as EntityType)
    const dim = this.#hovered !== null && !this.#near.has(node)
    const chosen =
      this.#chosen !== null &&
      (this.#chosen.kind === 'node'
        ? this.#chosen.id === node
        : this.#chosen.from === node || this.#chosen.to === node)
    return {
      ...data,
      rim: chosen ? (this.#theme === 'light' ? '#0B6E78' : '#5CC8D4') : rim,
      hidden,
      ...(dim ? { color: FAINT[this.#theme], label: '', zIndex: 0 } : { zIndex: chosen ? 3 : 1 }),
      ...(chosen ? { forceLabel: true, size: Number(data.size) + 2 } : {}),
    }
  }

  #edgeLook(edge: string, data: Record<string, unknown>) {
    const [from, to] = this.scene.extremities(edge)
    const dim = this.#hovered !== null && from !== this.#hovered && to !== this.#hovered
    const chosen = this.#chosen?.kind === 'edge' && this.#chosen.id === edge
    const beside = this.#chosen?.kind === 'node' && (from === this.#chosen.id || to === this.#chosen.id)
    return {
      ...data,
      ...(dim ? { color: `${FAINT[this.#theme]}`, label: '', zIndex: 0 } : {}),
      ...(chosen ? { size: Number(data.size) + 2, zIndex: 4 } : {}),
      forceLabel: chosen,
      label: chosen || beside ? String(data.label) : '',
    }
  }

  #drawLabel(
    context: CanvasRenderingContext2D,
    { label, x, y, size }: { label?: string | null; x: number; y: number; size: number },
  ): void {
    if (!label) return
    const text = label.length > 18 ? `${label.slice(0, 9)}…${label.slice(-6)}` : label
    context.font = `500 12px ${FONT}`
    context.lineWidth = 3
    context.lineJoin = 'round'
    context.strokeStyle = PAPER[this.#theme]
    context.fillStyle = INK[this.#theme]
    context.strokeText(text, x + size + 4, y + 4)
    context.fillText(text, x + size + 4, y + 4)
  }
}

const still = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches
