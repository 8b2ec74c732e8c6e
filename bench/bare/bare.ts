/** Sigma with nothing round it, as its own documentation has it: what the explorer's picture of a large graph is measured against. */
import { MultiDirectedGraph } from 'graphology'
import Sigma from 'sigma'

interface BareGraph {
  nodes: [id: string, label: string, x: number, y: number, size: number, color: string][]
  edges: [from: number, to: number][]
}

const { nodes, edges } = (await (await fetch('/bare.json')).json()) as BareGraph
const graph = new MultiDirectedGraph()
for (const [id, label, x, y, size, color] of nodes) graph.addNode(id, { label, x, y, size, color })
for (const [from, to] of edges) graph.addEdge(nodes[from]![0], nodes[to]![0], { color: '#ccc', size: 1 })
const sigma = new Sigma(graph, document.getElementById('stage')!)
// the constructor draws before it returns
Object.assign(window, { sigma, drawn: performance.now() })
