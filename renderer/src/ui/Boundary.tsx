import { Component, type ReactNode } from 'react'

interface BoundaryProps {
  readonly children: ReactNode
  /** What stands there when something below has failed; `retry` tries to show it again. */
  readonly fallback: (error: unknown, retry: () => void) => ReactNode
}

interface BoundaryState {
  readonly failure: { readonly error: unknown } | undefined
}

/** Keeps a fault in one part of the page from taking the rest with it. React offers this to class components alone. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { failure: undefined }

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { failure: { error } }
  }

  override render(): ReactNode {
    const { failure } = this.state
    if (failure === undefined) return this.props.children
    return this.props.fallback(failure.error, () => this.setState({ failure: undefined }))
  }
}
