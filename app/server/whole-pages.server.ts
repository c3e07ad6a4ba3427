import { Transform } from 'node:stream';

/**
 * React 18's server fills blocks of 2,048 bytes and sends a block whole where a Chinese character no longer fits at its end:
 * one or two zero bytes stand there, which a browser shows as two black diamonds in a label and reads into the page's data. No page holds a
 * zero byte of its own, so all are dropped.
 */
export function withoutZeroBytes(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });
}
