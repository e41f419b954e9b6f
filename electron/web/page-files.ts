import path from 'node:path'

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  // Anything else breaks the PDF worker, and its fallback too.
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
}

/** The media type under which a file of the page is sent. */
export function mediaTypeOf(name: string): string {
  return mediaTypes[path.extname(name)] ?? 'application/octet-stream'
}

/**
 * What the page may load: its own files. `blob:` and `data:` are for page images and fonts inside PDFs, `wasm-unsafe-eval` for
 * their image decoders, inline styles for the positions that components compute. No other host, no script but its own.
 */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "font-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')
