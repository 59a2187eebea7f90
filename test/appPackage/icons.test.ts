import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPng } from './read-png.ts';

const folder = join(__dirname, '../../appPackage');
const icon = (name: string) => readPng(readFileSync(join(folder, name)));

type Pixel = readonly [red: number, green: number, blue: number, alpha: number];

function pixelsOf(name: string): Pixel[] {
  const { rgba } = icon(name);
  return Array.from({ length: rgba.length / 4 }, (_, index): Pixel => {
    const [red = 0, green = 0, blue = 0, alpha = 0] = rgba.subarray(index * 4, index * 4 + 4);
    return [red, green, blue, alpha];
  });
}

describe('the colour icon', () => {
  it('is 192 pixels square', () => {
    expect(icon('color.png')).toMatchObject({ width: 192, height: 192 });
  });

  it('covers its square, so that Teams can round its corners', () => {
    expect(pixelsOf('color.png').every(([, , , alpha]) => alpha === 255)).toBe(true);
  });

  it('has the accent colour of the manifest as its ground', () => {
    const manifest = readFileSync(join(folder, 'manifest.json'), 'utf8');
    const [red, green, blue] = pixelsOf('color.png')[0] ?? [];
    const ground = `#${Buffer.from([red ?? 0, green ?? 0, blue ?? 0])
      .toString('hex')
      .toUpperCase()}`;
    expect(manifest).toContain(`"accentColor": "${ground}"`);
  });
});

describe('the outline icon', () => {
  it('is 32 pixels square', () => {
    expect(icon('outline.png')).toMatchObject({ width: 32, height: 32 });
  });

  it('holds only white and transparency', () => {
    const coloured = pixelsOf('outline.png').filter(
      ([red, green, blue, alpha]) => alpha > 0 && !(red === 255 && green === 255 && blue === 255),
    );
    expect(coloured).toEqual([]);
  });

  it('is drawn, and leaves its corners free', () => {
    const pixels = pixelsOf('outline.png');
    const seen = pixels.filter(([, , , alpha]) => alpha > 128).length;
    expect(seen).toBeGreaterThan(100);
    expect([0, 31, 32 * 31].map((corner) => pixels[corner]?.[3])).toEqual([0, 0, 0]);
  });
});
