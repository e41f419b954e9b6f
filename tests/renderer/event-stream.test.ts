import { describe, expect, it } from 'vitest'
import { linesOf } from '../../renderer/src/client/event-stream.ts'

async function linesFrom(portions: readonly Uint8Array<ArrayBuffer>[]): Promise<readonly string[]> {
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      for (const portion of portions) controller.enqueue(portion)
      controller.close()
    },
  })
  const lines: string[] = []
  for await (const line of linesOf(body)) lines.push(line)
  return lines
}

describe('a stream of lines', () => {
  it('gives the same lines wherever it is cut, even inside a letter', async () => {
    const bytes = new TextEncoder().encode('{"a":"é"}\n{"b":"اتفاق"}\nlast')
    const whole = await linesFrom([bytes])
    expect(whole).toEqual(['{"a":"é"}', '{"b":"اتفاق"}', 'last'])
    for (let cut = 1; cut < bytes.length; cut += 1) {
      expect(await linesFrom([bytes.slice(0, cut), bytes.slice(cut)])).toEqual(whole)
    }
  })

  it('of nothing has no lines', async () => {
    expect(await linesFrom([])).toEqual([])
  })
})
