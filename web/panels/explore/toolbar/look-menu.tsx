import { Palette } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useMemo } from 'react'
import { propertiesOf, TRAITS } from '../../../scene/properties.ts'
import { COLOURS, type ColourBy, type PropertyBy, SIZES, type SizeBy } from '../../../state/picture.ts'
import { useStore } from '../../../state/state.ts'
import { say } from '../../../words/words.ts'
import { wordOf } from '../colour-legend.tsx'
import { ToolMenu } from './tool-menu.tsx'

/** What size and colour say: a measure of the graph, or a property of what is drawn. */
export function LookMenu() {
  const { language, sizeBy, colourBy, act, graph, file } = useStore()
  const properties = useMemo(() => propertiesOf(graph.nodes), [graph.nodes])
  const sizes: SizeBy[] = [
    ...SIZES,
    ...properties
      .filter(({ key, kind }) => kind !== 'text' && key !== 'articleCount')
      .map(({ key }): PropertyBy => `prop:${key}`),
  ]
  const colours: ColourBy[] = [
    ...COLOURS,
    ...(file ? [] : TRAITS.map((trait): PropertyBy => `prop:${trait}`)),
    ...properties.map(({ key }): PropertyBy => `prop:${key}`),
  ]
  return (
    <ToolMenu word="lookMenu" icon={Palette} name="look-menu">
      <DropdownMenu.RadioGroup value={sizeBy} onValueChange={(value) => act({ sizeBy: value as SizeBy })}>
        <DropdownMenu.Label className="menu-label">{say(language, 'sizeBy')}</DropdownMenu.Label>
        {sizes.map((by) => (
          <Item key={by} by={by} of="size" />
        ))}
      </DropdownMenu.RadioGroup>
      <DropdownMenu.RadioGroup
        value={colourBy}
        onValueChange={(value) => act({ colourBy: value as ColourBy })}
      >
        <DropdownMenu.Label className="menu-label">{say(language, 'colourBy')}</DropdownMenu.Label>
        {colours.map((by) => (
          <Item key={by} by={by} of="colour" />
        ))}
      </DropdownMenu.RadioGroup>
    </ToolMenu>
  )
}

function Item({ by, of }: { by: SizeBy | ColourBy; of: 'size' | 'colour' }) {
  const language = useStore((s) => s.language)
  return (
    <DropdownMenu.RadioItem value={by} className="menu-item" data-testid={`${of}-${by}`}>
      {wordOf(by, language)}
    </DropdownMenu.RadioItem>
  )
}
