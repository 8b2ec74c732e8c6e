import { expect, it } from 'vitest'
import { keysHere } from '../../../web/browser/keys.ts'

it('names the keys that a keyboard has', () => {
  const keys = '⌘K ⇧⌘Z ⌘↵ Esc'
  expect(keysHere(keys, true)).toBe(keys)
  expect(keysHere(keys, false)).toBe('Ctrl+K Ctrl+Shift+Z Ctrl+↵ Esc')
})
