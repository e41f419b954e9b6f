import type { ReactNode } from 'react'
import { useWorkspace } from '../../app/workspace.ts'
import { useCall } from '../../client/use-call.ts'

/** Stands in until the reader is there. */
export function ReaderPane(): ReactNode {
  const id = useWorkspace((workspace) => workspace.documentId)
  const { data } = useCall('documents.get', { id: id ?? '' }, { enabled: id !== undefined })
  return <div>{data?.title}</div>
}
