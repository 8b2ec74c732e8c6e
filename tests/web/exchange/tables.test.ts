import { expect, it } from 'vitest'
import type { Subgraph } from '../../../model/graph.ts'
import { cellOf } from '../../../web/exchange/csv.ts'
import { edgesCsv, graphmlOf, jsonOf, nodesCsv } from '../../../web/exchange/tables.ts'

const graph: Subgraph = {
  nodes: [
    {
      id: 'p1',
      labels: ['Entity', 'Park'],
      properties: { name: '云湖,“科技园”', type: 'Park', aliases: ['科技园', '园'], articleCount: 2 },
    },
    { id: 's1', labels: ['Entity', 'Strategy'], properties: { name: '<科创城> & 湖东', type: 'Strategy' } },
  ],
  edges: [{ id: 'SERVES:p1:s1', type: 'SERVES', from: 'p1', to: 's1', properties: { level: 'stated' } }],
}

it.each([
  ['云湖', '云湖'],
  ['a,b', '"a,b"'],
  ['说“好”', '说“好”'],
  ['say "hi"', '"say ""hi"""'],
  ['=SUM(A1)', "'=SUM(A1)"],
  ['-1+1', "'-1+1"],
  [-1, '-1'],
  [null, ''],
])('writes the cell %j', (value, cell) => {
  expect(cellOf(value)).toBe(cell)
})

it('writes nodes and edges as tables that Excel reads', () => {
  expect(nodesCsv(graph)).toBe(
    '\ufeffid,name,type,aliases,articleCount\r\np1,"云湖,“科技园”",Park,科技园; 园,2\r\ns1,<科创城> & 湖东,Strategy,,\r\n',
  )
  expect(edgesCsv(graph)).toBe(
    '\ufeffid,type,from,fromName,to,toName,level\r\nSERVES:p1:s1,SERVES,p1,"云湖,“科技园”",s1,<科创城> & 湖东,stated\r\n',
  )
})

it('writes GraphML in which nothing is markup that was text', () => {
  const text = graphmlOf(graph, new Map([['p1', { x: 1, y: 2 }]]))
  expect(text).toContain('<data key="node.name">&lt;科创城&gt; &amp; 湖东</data>')
  expect(text).toContain('<edge id="SERVES:p1:s1" source="p1" target="s1">')
  expect(text).toContain(
    '<key id="node.articleCount" for="node" attr.name="articleCount" attr.type="double"/>',
  )
})

it('writes JSON with places', () => {
  expect(JSON.parse(jsonOf(graph, new Map([['p1', { x: 1, y: 2 }]])))).toEqual({
    ...graph,
    places: { p1: { x: 1, y: 2 } },
  })
})
