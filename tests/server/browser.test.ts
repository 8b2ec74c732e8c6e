import { expect, it } from 'vitest'
import { hasBrowser } from '../../server/browser.ts'

it.each([
  ['on a desktop with X11', 'linux', { DISPLAY: ':0' }, true, true],
  ['on a desktop with Wayland', 'linux', { WAYLAND_DISPLAY: 'wayland-0' }, true, true],
  ['in the Linux of a Windows machine', 'linux', { WSL_DISTRO_NAME: 'Ubuntu' }, true, true],
  ['on macOS', 'darwin', {}, true, true],
  ['on Windows', 'win32', {}, true, true],
  ['not on a server without a display', 'linux', {}, true, false],
  ['not in CI', 'darwin', { CI: 'true' }, true, false],
  ['not over SSH', 'darwin', { SSH_CONNECTION: '10.0.0.1 5000 10.0.0.2 22' }, true, false],
  ['not where the output goes to a file', 'darwin', {}, false, false],
  ['not where the user wants none', 'darwin', { BROWSER: 'none' }, true, false],
] as const)('a browser is opened %s', (_, platform, env, terminal, opened) => {
  expect(hasBrowser({ platform, env, terminal })).toBe(opened)
})
