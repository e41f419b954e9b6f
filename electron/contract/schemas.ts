/** Every shape that crosses a border, by subject. */
export * from './agreements.schemas.ts'
export * from './archive.schemas.ts'
export * from './basics.schemas.ts'
export * from './collections.schemas.ts'
export * from './documents.schemas.ts'
export * from './editions.schemas.ts'
export * from './ocr.schemas.ts'
export * from './search.schemas.ts'
