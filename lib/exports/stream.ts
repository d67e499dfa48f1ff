type Ending = {
  /** Called once, however the stream ends. */
  readonly onEnd: () => void;
  /** How long a reader may take nothing before the stream is broken off. */
  readonly stallMs: number;
};

/**
 * Sends what is written piece by piece, as fast as the reader takes it: the next piece is made when the last one is on its way. A
 * reader who goes away ends the writing; so does one who keeps the line open and reads nothing. A failure breaks the answer off, which
 * the reader's program notices.
 */
export function streamOf(
  pieces: AsyncGenerator<string>,
  { onEnd, stallMs }: Ending,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stalled: NodeJS.Timeout | undefined;
  let isOver = false;
  function end() {
    clearTimeout(stalled);
    if (!isOver) onEnd();
    isOver = true;
  }
  return new ReadableStream<Uint8Array>(
    {
      async pull(stream) {
        clearTimeout(stalled);
        try {
          const { value, done } = await pieces.next();
          if (isOver) return;
          if (done) {
            end();
            stream.close();
            return;
          }
          stream.enqueue(encoder.encode(value));
          stalled = setTimeout(() => {
            end();
            stream.error(new Error("A reader kept a download open without reading it."));
            void pieces.return(undefined);
          }, stallMs);
        } catch (error) {
          end();
          throw error;
        }
      },
      async cancel() {
        end();
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
