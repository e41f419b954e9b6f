import type { DesktopBridge } from '../../../electron/contract/host.ts'
import type { Client } from './client.ts'
import { createDesktopClient } from './desktop-client.ts'
import { takeToken } from './token.ts'
import { createWebClient } from './web-client.ts'

declare global {
  interface Window {
    readonly chancery?: DesktopBridge
  }
}

/** The client for the host that shows this page. */
export function createClient(): Client {
  return window.chancery === undefined ? createWebClient(takeToken()) : createDesktopClient(window.chancery)
}
