import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = import.meta.dirname

/** The page of the reading copy: one classic script and one style sheet, which run from a folder on any computer. */
export default defineConfig({
  root: here,
  plugins: [react()],
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: `${here}/../../out/reading-copy`,
    emptyOutDir: true,
    lib: {
      entry: `${here}/main.tsx`,
      formats: ['iife'],
      name: 'readingCopyPage',
      fileName: () => 'reading-copy.js',
      cssFileName: 'reading-copy',
    },
  },
})
