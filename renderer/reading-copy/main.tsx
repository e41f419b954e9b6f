import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { allDocuments, openForFiles, taken } from './archive.ts'
import { ReadingCopy } from './ReadingCopy.tsx'
import './style.css'
import './reader.css'

openForFiles()

/** The files that hold the documents follow this script in the page; when all of it is there, they have come. */
document.addEventListener('DOMContentLoaded', () => {
  const root = document.getElementById('root')
  const contents = taken('contents', 0)
  if (root === null || contents === undefined) return
  createRoot(root).render(
    <StrictMode>
      <ReadingCopy contents={contents} documents={allDocuments()} />
    </StrictMode>,
  )
})
