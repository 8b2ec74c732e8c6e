/** Visible text of a page, a line a block. */
const BLOCKS = new Set(
  'P DIV SECTION ARTICLE ASIDE MAIN NAV LI DT DD H1 H2 H3 H4 H5 H6 BR HR TR BLOCKQUOTE PRE UL OL DL TABLE CAPTION HEADER FOOTER FIGURE FIGCAPTION FORM CENTER'.split(
    ' ',
  ),
)
const UNSEEN = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE HEAD IFRAME OBJECT SVG SELECT BUTTON TEXTAREA'.split(' '),
)

/** Image captions begin with 图: so that they are known for what they are. */
export function linesOf(root: Element | null): string[] {
  const lines = ['']
  const walk = (node: Node, pre: boolean): void => {
    if (node.nodeType === 3) {
      const text = node.textContent ?? ''
      if (!pre) lines[lines.length - 1] += text.replace(/\s+/g, ' ')
      else {
        const [first = '', ...rest] = text.split('\n')
        lines[lines.length - 1] += first
        lines.push(...rest)
      }
    }
    if (node.nodeType !== 1) return
    const { tagName } = node as Element
    const name = tagName.toUpperCase()
    if (UNSEEN.has(name) || isHidden(node as Element)) return
    if (name === 'TD' || name === 'TH') lines[lines.length - 1] += ' '
    const block = BLOCKS.has(name)
    if (block) lines.push('')
    if (name === 'FIGCAPTION' && !/^\s*图/.test(node.textContent ?? ''))
      lines[lines.length - 1] += '图片说明:'
    for (const child of node.childNodes) walk(child, pre || name === 'PRE')
    if (block) lines.push('')
  }
  if (root) walk(root, false)
  return lines.map((line) => line.trim()).filter((line) => line !== '')
}

const isHidden = (element: Element): boolean =>
  element.hasAttribute('hidden') || /display\s*:\s*none/i.test(element.getAttribute('style') ?? '')
