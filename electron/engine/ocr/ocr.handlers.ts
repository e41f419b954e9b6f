import type { WriteHandlers } from '../context.ts'

/** All of them are answered beside the writer, also the one that only asks: other threads know nothing of programs. */
export const ocrWriteHandlers: WriteHandlers<'ocr.status' | 'ocr.start' | 'ocr.stop'> = {
  'ocr.status': (context) => context.ocr.status(context),
  'ocr.start': (context, { again = false }) => {
    context.ocr.start(context, again)
    return context.ocr.status(context)
  },
  'ocr.stop': async (context) => {
    await context.ocr.stop(context)
    return context.ocr.status(context)
  },
}
