/** Whether this start has someone in front of it with a browser. Part of the composition of `npm start`. */

export interface Place {
  platform: NodeJS.Platform
  env: NodeJS.ProcessEnv
  /** Whether the output is a terminal. */
  terminal: boolean
}

/** Never in CI, over SSH, or where nothing can be shown. */
export function hasBrowser({ platform, env, terminal }: Place): boolean {
  if (!terminal || env.CI || env.SSH_CONNECTION || env.BROWSER === 'none') return false
  if (platform === 'win32' || platform === 'darwin') return true
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY || env.WSL_DISTRO_NAME)
}

/** A machine whose browser does not start has the address in its terminal. */
export async function openBrowser(address: string): Promise<void> {
  const { default: open } = await import('open')
  await open(address).then(
    (child) => child.on('error', () => {}),
    () => {},
  )
}
