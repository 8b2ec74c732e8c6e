/** What the shaders are told of nodes and edges in one number: a shape or a line style, then flags. */

/** Of a node, over its 16 shapes. */
export const NEAR = 16
export const CHOSEN = 32

/** Of an edge, in the order of the shader's numbers. */
export const LINE_STYLES = ['solid', 'dashed', 'dotted'] as const
export const EDGE_ARROW = 4
export const EDGE_NEAR = 8
