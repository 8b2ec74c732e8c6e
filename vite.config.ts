/// <reference types="vitest/config" />
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { digestOfSources, SOURCES_FILE } from './server/page.ts'

/** So that npm start knows whether dist/ is of these sources. */
const markSources: Plugin = {
  name: 'mark-sources',
  apply: 'build',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: SOURCES_FILE, source: digestOfSources(import.meta.dirname) })
  },
}

export default defineConfig({
  // the tests see the whole house, the build only the page
  root: process.env.VITEST ? '.' : 'web',
  plugins: [react(), markSources],
  server: { host: '127.0.0.1' },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 2_000,
    // a slow machine is nothing that whoever starts Quanmai could mend
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    // a busy machine is slow, not wrong
    testTimeout: 120_000,
    hookTimeout: 240_000,
    maxWorkers: 2,
  },
})
