import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { createClient } from './client/create-client.ts'
import './styles/base.css'
import { createTexts } from './texts/i18n.ts'

const root = document.getElementById('root')
if (root !== null) {
  const texts = await createTexts('en')
  createRoot(root).render(
    <StrictMode>
      <App client={createClient()} texts={texts} />
    </StrictMode>,
  )
}
