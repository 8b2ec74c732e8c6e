import type { LucideIcon } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import type { Word } from '../../../words/words.ts'
import { Tool } from './tool.tsx'

/** A tool that opens a menu beside the toolbar. @param name for a menu that has looks of its own */
export function ToolMenu({
  word,
  icon,
  name,
  children,
}: {
  word: Word
  icon: LucideIcon
  name?: string
  children: ReactNode
}) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <Tool word={word} icon={icon} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className={name ? `menu ${name}` : 'menu'}
          side="right"
          align="start"
          sideOffset={8}
          collisionPadding={12}
          {...(name ? { 'data-testid': name } : {})}
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
