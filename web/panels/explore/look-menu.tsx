import { Palette } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { COLOURS, type ColourBy, SIZES, type SizeBy } from '../../picture.ts'
import { useStore } from '../../state.ts'
import { say, type Word } from '../../words.ts'
import { COLOUR_WORDS } from './colour-legend.tsx'
import { Tool } from './tool.tsx'

const SIZE_WORDS: Record<SizeBy, Word> = {
  articles: 'byArticles',
  degree: 'byDegree',
  pagerank: 'byPagerank',
  betweenness: 'byBetweenness',
  same: 'bySame',
}

/** What size and colour say. */
export function LookMenu() {
  const { language, sizeBy, colourBy, act } = useStore()
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <Tool word="lookMenu" icon={Palette} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" side="right" align="start" sideOffset={8}>
          <DropdownMenu.Label className="menu-label">{say(language, 'sizeBy')}</DropdownMenu.Label>
          <DropdownMenu.RadioGroup value={sizeBy} onValueChange={(value) => act({ sizeBy: value as SizeBy })}>
            {SIZES.map((name) => (
              <DropdownMenu.RadioItem
                key={name}
                value={name}
                className="menu-item"
                data-testid={`size-${name}`}
              >
                {say(language, SIZE_WORDS[name])}
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
          <DropdownMenu.Separator className="menu-line" />
          <DropdownMenu.Label className="menu-label">{say(language, 'colourBy')}</DropdownMenu.Label>
          <DropdownMenu.RadioGroup
            value={colourBy}
            onValueChange={(value) => act({ colourBy: value as ColourBy })}
          >
            {COLOURS.map((name) => (
              <DropdownMenu.RadioItem
                key={name}
                value={name}
                className="menu-item"
                data-testid={`colour-${name}`}
              >
                {say(language, COLOUR_WORDS[name])}
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
