// Reads the icons as pixels, so that a test can look at what Teams will draw.
import { inflateSync } from 'node:zlib';

export type Picture = {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, alpha of every pixel, row by row. */
  readonly rgba: Uint8Array;
};

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Samples of a pixel by the colour type of the header: opaque, with transparency. */
const SAMPLES: Readonly<Record<number, number>> = { 2: 3, 6: 4 };

/** Reads an 8-bit RGB or RGBA picture that is not interlaced, which is what rsvg-convert writes; throws on any other. */
export function readPng(file: Buffer): Picture {
  if (!file.subarray(0, SIGNATURE.length).equals(SIGNATURE)) {
    throw new Error('not a PNG');
  }
  const chunks = [...chunksOf(file)];
  const header = chunks.find(({ kind }) => kind === 'IHDR')?.body ?? Buffer.alloc(13);
  const [depth, colour = 0, , , interlace] = header.subarray(8);
  const samples = SAMPLES[colour];
  if (depth !== 8 || samples === undefined || interlace !== 0) {
    throw new Error(`not 8-bit RGB or RGBA without interlacing: ${depth}, ${colour}, ${interlace}`);
  }
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  const data = inflateSync(Buffer.concat(chunks.filter(({ kind }) => kind === 'IDAT').map(({ body }) => body)));
  const pixels = unfilter(data, { stride: width * samples, height, samples });
  return { width, height, rgba: samples === 4 ? pixels : opaque(pixels) };
}

function* chunksOf(file: Buffer): Generator<{ readonly kind: string; readonly body: Buffer }> {
  for (let at = SIGNATURE.length; at < file.length;) {
    const length = file.readUInt32BE(at);
    yield { kind: file.toString('latin1', at + 4, at + 8), body: file.subarray(at + 8, at + 8 + length) };
    at += length + 12;
  }
}

type Layout = { readonly stride: number; readonly height: number; readonly samples: number };

function unfilter(lines: Buffer, { stride, height, samples }: Layout): Uint8Array {
  const pixels = new Uint8Array(stride * height);
  for (let row = 0; row < height; row += 1) {
    const filter = lines[row * (stride + 1)] ?? 0;
    for (let column = 0; column < stride; column += 1) {
      const at = row * stride + column;
      const left = column >= samples ? (pixels[at - samples] ?? 0) : 0;
      const up = row > 0 ? (pixels[at - stride] ?? 0) : 0;
      const upLeft = row > 0 && column >= samples ? (pixels[at - stride - samples] ?? 0) : 0;
      const raw = lines[row * (stride + 1) + 1 + column] ?? 0;
      pixels[at] = raw + predict(filter, left, up, upLeft);
    }
  }
  return pixels;
}

function opaque(rgb: Uint8Array): Uint8Array {
  return Uint8Array.from({ length: (rgb.length / 3) * 4 }, (_, at) =>
    at % 4 === 3 ? 255 : (rgb[Math.floor(at / 4) * 3 + (at % 4)] ?? 0),
  );
}

/** The five filters of the PNG specification, section 9. */
function predict(filter: number, left: number, up: number, upLeft: number): number {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4:
      return paeth(left, up, upLeft);
    default:
      throw new Error(`unknown filter ${filter}`);
  }
}

function paeth(left: number, up: number, upLeft: number): number {
  const estimate = left + up - upLeft;
  const [toLeft, toUp, toUpLeft] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - upLeft)];
  if (toLeft <= toUp && toLeft <= toUpLeft) {
    return left;
  }
  return toUp <= toUpLeft ? up : upLeft;
}
