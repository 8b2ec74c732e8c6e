/** The built page: made anew where it is missing or of other sources. Part of the composition. */
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

const SOURCES = ['web', 'model', 'vite.config.ts', 'package-lock.json']
/** In dist/: what it was built of. */
export const SOURCES_FILE = 'sources.sha256'

/** Whether dist/ is missing or was built of other sources. Their content tells: times change with every copy. */
export function pageIsStale(root: string): boolean {
  const file = join(root, 'dist', SOURCES_FILE)
  return !existsSync(file) || readFileSync(file, 'utf8') !== digestOfSources(root)
}

export function digestOfSources(root: string): string {
  const hash = createHash('sha256')
  const add = (path: string) => {
    const stat = statSync(join(root, path), { throwIfNoEntry: false })
    if (stat?.isDirectory()) for (const name of readdirSync(join(root, path)).sort()) add(`${path}/${name}`)
    else if (stat)
      hash
        .update(`${path}\0`)
        .update(readFileSync(join(root, path)))
        .update('\0')
  }
  for (const source of SOURCES) add(source)
  return hash.digest('hex')
}

/** Builds web/ into dist/: beside it, so that two programs that start at once never serve half a page. */
export async function buildPage(
  root: string,
  make: (root: string, outDir: string) => Promise<unknown> = viteBuild,
): Promise<void> {
  const fresh = mkdtempSync(join(root, '.page-'))
  const old = mkdtempSync(join(root, '.page-'))
  try {
    await make(root, fresh)
    // another program that was quicker may be serving its page already
    for (let swaps = 0; pageIsStale(root); ) {
      moved(join(root, 'dist'), join(old, String(swaps++)), 'ENOENT')
      if (moved(fresh, join(root, 'dist'), 'ENOTEMPTY', 'EEXIST')) return
    }
  } finally {
    rmSync(fresh, { recursive: true, force: true })
    rmSync(old, { recursive: true, force: true })
  }
}

/** Renames a folder in one step. @returns false where that failed with one of the codes */
function moved(from: string, to: string, ...codes: string[]): boolean {
  try {
    renameSync(from, to)
    return true
  } catch (error) {
    if (codes.includes((error as NodeJS.ErrnoException).code ?? '')) return false
    throw error
  }
}

async function viteBuild(root: string, outDir: string): Promise<void> {
  const { build } = await import('vite')
  await build({
    root: join(root, 'web'),
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true },
  })
}
