/** The built page: made anew where it is missing or older than what it is made of. Part of the composition. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const SOURCES = ['web', 'model', 'vite.config.ts', 'package-lock.json']

/** Whether dist/ is missing or older than the page's sources. */
export function pageIsStale(root: string): boolean {
  const built = modified(join(root, 'dist/index.html'))
  return built === 0 || SOURCES.some((source) => newest(join(root, source)) > built)
}

/** Milliseconds of the last change; 0 where there is no such file. */
function modified(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

function newest(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return 0
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

/** Builds web/ into dist/. */
export async function buildPage(root: string): Promise<void> {
  const { build } = await import('vite')
  await build({ root: join(root, 'web'), configFile: join(root, 'vite.config.ts'), logLevel: 'warn' })
}
