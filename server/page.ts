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
  try {
    await make(root, fresh)
    // another program was quicker, and may be serving its page already
    if (!pageIsStale(root)) return
    rmSync(join(root, 'dist'), { recursive: true, force: true })
    renameSync(fresh, join(root, 'dist'))
  } finally {
    rmSync(fresh, { recursive: true, force: true })
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
