import { Phone } from '../../../test/client-phone';

type Pictures = typeof import('./pictures');

interface Callbacks {
  readonly success: (result: object) => void;
  readonly fail: (reason: object) => void;
}

/** A WeChat with a canvas. What was drawn is written down. */
class Painter {
  readonly phone = new Phone();
  readonly drawn: string[] = [];
  /** bytes of the exported picture, by its width */
  bytes = (_width: number): number => 1000;
  readonly pictures: Pictures;

  /** @param turns whether this phone turns a picture by itself when it decodes it */
  constructor(raw: { width: number; height: number }, orientation: string, turns = false) {
    const { drawn } = this;
    let made = 0;
    this.phone.more = {
      getImageInfo: ({ success }: Callbacks) => success({ ...raw, orientation }),
      createOffscreenCanvas: () => {
        const context = {
          fillRect: () => undefined,
          translate: (...to: number[]) => drawn.push(`move ${to.join()}`),
          rotate: (angle: number) => drawn.push(`turn ${Math.round((angle * 180) / Math.PI)}`),
          drawImage: (_: object, ...to: number[]) => drawn.push(`draw ${to.join()}`),
        };
        return {
          getContext: () => context,
          createImage: () => {
            const size = turns ? { width: raw.height, height: raw.width } : raw;
            const image = { ...size, onload: () => undefined, src: '' };
            return new Proxy(image, {
              set: (target, key, value) => {
                Reflect.set(target, key, value);
                if (key === 'src') target.onload();
                return true;
              },
            });
          },
        };
      },
      canvasToTempFilePath: ({ destWidth, quality, success }: Callbacks & Record<string, number>) => {
        const tempFilePath = `made${++made}`;
        drawn.push(`save ${destWidth} ${quality}`);
        this.phone.files.set(tempFilePath, new Uint8Array(this.bytes(destWidth as number)));
        success({ tempFilePath });
      },
    };
    this.pictures = this.phone.open(() => require('./pictures') as Pictures);
  }
}

test.each([
  [{ width: 4000, height: 3000 }, 1600, { width: 1600, height: 1200 }],
  [{ width: 3000, height: 4000 }, 1600, { width: 1200, height: 1600 }],
  [{ width: 800, height: 600 }, 1600, { width: 800, height: 600 }],
  [{ width: 40000, height: 3 }, 240, { width: 240, height: 1 }],
])('长边不超过：%j', (size, side, expected) => {
  expect(new Painter(size, 'up').pictures.fitted(size, side)).toEqual(expected);
});

test('微信里：缩小、重画成JPG，另有一张小图', async () => {
  const { pictures, drawn } = new Painter({ width: 4000, height: 3000 }, 'up');
  const made = await pictures.redraw({ path: 'photo' });
  expect(made).toMatchObject({ source: { path: 'made1' }, bytes: 1000 });
  expect(made?.thumb).toMatch(/^data:image\/jpeg;base64,A/);
  expect(drawn).toEqual(['draw 0,0,1600,1200', 'save 1600 0.8', 'draw 0,0,240,180', 'save 240 0.7']);
});

test('竖着拍的转正；手机自己转过的不再转', async () => {
  const lying = new Painter({ width: 4000, height: 3000 }, 'right');
  await lying.pictures.redraw({ path: 'photo' });
  expect(lying.drawn.slice(0, 4)).toEqual([
    'move 600,800',
    'turn 90',
    'draw -800,-600,1600,1200',
    'save 1200 0.8',
  ]);
  const standing = new Painter({ width: 4000, height: 3000 }, 'right', true);
  await standing.pictures.redraw({ path: 'photo' });
  expect(standing.drawn.slice(0, 2)).toEqual(['draw 0,0,1200,1600', 'save 1200 0.8']);
});

test.each(['down', 'left-mirrored'])('%s：说不准手机转没转过，原样传', async (orientation) => {
  const painter = new Painter({ width: 4000, height: 3000 }, orientation);
  expect(await painter.pictures.redraw({ path: 'photo' })).toBeNull();
});

test('小图太大就不要小图；画不出来就原样传', async () => {
  const painter = new Painter({ width: 4000, height: 3000 }, 'up');
  painter.bytes = () => 25 * 1024;
  expect(await painter.pictures.redraw({ path: 'photo' })).toMatchObject({ thumb: null });
  const old = new Phone().open(() => require('./pictures') as Pictures);
  expect(await old.redraw({ path: 'photo' })).toBeNull();
});
