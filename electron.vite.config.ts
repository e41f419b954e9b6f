import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { readdir, readFile } from 'node:fs/promises'
import type { Plugin } from 'vite'

const here = import.meta.dirname

/** What pdf.js fetches while it draws: maps of characters, standard fonts, decoders of pictures, colour profiles. */
const pdfAssets = ['cmaps', 'standard_fonts', 'wasm', 'iccs']

/** Puts the assets of pdf.js beside the page, under `pdfjs/`, with their licences: the page may fetch from nowhere else. */
function withPdfAssets(): Plugin {
  return {
    name: 'pdf-assets',
    apply: 'build',
    async generateBundle() {
      for (const folder of pdfAssets) {
        const from = `${here}/node_modules/pdfjs-dist/${folder}`
        for (const name of await readdir(from)) {
          // Scripts inside a PDF never run, so what would run them is left out.
          if (/quickjs/i.test(name)) continue
          this.emitFile({
            type: 'asset',
            fileName: `pdfjs/${folder}/${name}`,
            source: await readFile(`${from}/${name}`),
          })
        }
      }
    },
  }
}

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      sourcemap: true,
      rolldownOptions: {
        input: {
          desktop: `${here}/electron/desktop/main.ts`,
          'engine-process': `${here}/electron/desktop/engine-process.ts`,
          cli: `${here}/electron/cli/cli.ts`,
          web: `${here}/electron/web/web.ts`,
          'engine-thread': `${here}/electron/web/engine-thread-entry.ts`,
          'read-document': `${here}/electron/workers/read-document-entry.ts`,
          'store-files': `${here}/electron/workers/store-files-entry.ts`,
          'reading-copy': `${here}/electron/workers/reading-copy-entry.ts`,
          'reading-thread': `${here}/electron/workers/reading-thread-entry.ts`,
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rolldownOptions: {
        input: { preload: `${here}/electron/desktop/preload.ts` },
        // A sandboxed preload is one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), withPdfAssets()],
    build: {
      outDir: 'out/renderer',
      minify: true,
      // The page comes from this computer: one large piece loads as fast as many.
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { input: { index: `${here}/renderer/index.html` } },
    },
  },
})
