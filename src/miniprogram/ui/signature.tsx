import { Canvas, Image, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { createElement, useId, useRef, useState } from 'react';
import { Box } from './box';
import { Button } from './button';
import { dot, pngOfBrowser, pngOfWechat, type Stroke, strokes } from './signature-ink';
import './signature.scss';

export interface SignatureProps {
  /** PNG in base64; null: not signed */
  value: string | null;
  /** at the end of each stroke */
  onChange: (png: string | null) => void;
  /** whose: 申请人 */
  label: string;
}

/** A field to sign in with a finger or a mouse. A signature that is kept is shown, and can be made anew. */
export function Signature({ value, onChange, label }: SignatureProps) {
  const [drawing, setDrawing] = useState(false);
  if (value && !drawing) {
    const src = `data:image/png;base64,${value}`;
    const again = () => {
      onChange(null);
      setDrawing(true);
    };
    return (
      <View className="ui-signature">
        <Box
          className="ui-signature__field"
          role={h5 ? undefined : 'img'}
          label={h5 ? undefined : `${label}的签名`}
        >
          {h5 ? (
            createElement('img', { className: 'ui-signature__picture', src, alt: `${label}的签名` })
          ) : (
            <Image className="ui-signature__picture" src={src} mode="aspectFit" />
          )}
        </Box>
        <Button kind="secondary" small onPress={again}>
          重新签
        </Button>
      </View>
    );
  }
  return <Field label={label} onChange={onChange} onBegin={() => setDrawing(true)} />;
}

const h5 = process.env.TARO_ENV === 'h5';

interface FieldProps extends Pick<SignatureProps, 'onChange' | 'label'> {
  onBegin: () => void;
}

function Field({ onChange, label, onBegin }: FieldProps) {
  const id = `sign-${useId().replace(/\W/g, '')}`;
  const ink = useRef<Stroke[]>([]);
  const [signed, setSigned] = useState(false);
  const canvas = useCanvas(id);

  const redraw = async () => {
    const on = await canvas();
    if (on) strokes(on.context, on.size, ink.current);
  };
  const finish = async () => {
    const on = await canvas();
    if (!on || ink.current.length === 0) return;
    setSigned(true);
    onBegin();
    onChange(on.browser ? pngOfBrowser(ink.current, on.size) : await pngOfWechat(on.node, on.size));
  };
  const change = (to: Stroke[]) => {
    ink.current = to;
    setSigned(to.length > 0);
    void redraw();
    if (to.length > 0) void finish();
    else onChange(null);
  };
  const begin = (x: number, y: number) => {
    ink.current = [...ink.current, [{ x, y }]];
    void redraw();
  };
  const go = (x: number, y: number) => {
    ink.current[ink.current.length - 1]?.push({ x, y });
    void redraw();
  };
  return (
    <View className="ui-signature">
      <Box className="ui-signature__field">
        {h5 ? (
          <BrowserCanvas id={id} label={label} onBegin={begin} onGo={go} onEnd={() => void finish()} />
        ) : (
          <Canvas
            id={id}
            canvasId={id}
            type="2d"
            disableScroll
            className="ui-signature__canvas"
            onTouchStart={(event) => begin(...at(event))}
            onTouchMove={(event) => go(...at(event))}
            onTouchEnd={() => void finish()}
          />
        )}
        {!signed && <View className="ui-signature__hint">在这个框里用手指写名字</View>}
      </Box>
      <View className="ui-signature__buttons">
        <Button
          kind="secondary"
          small
          disabledReason={signed ? undefined : '还没有写'}
          onPress={() => change(ink.current.slice(0, -1))}
        >
          退一笔
        </Button>
        <Button
          kind="secondary"
          small
          disabledReason={signed ? undefined : '还没有写'}
          onPress={() => change([])}
        >
          擦掉重写
        </Button>
      </View>
    </View>
  );
}

/** Where on the canvas, in its own points. */
const at = (event: { touches: readonly { x?: number; y?: number }[] }): [number, number] =>
  dot(event.touches[0]);

interface BrowserCanvasProps {
  id: string;
  label: string;
  onBegin: (x: number, y: number) => void;
  onGo: (x: number, y: number) => void;
  onEnd: () => void;
}

function BrowserCanvas({ id, label, onBegin, onGo, onEnd }: BrowserCanvasProps) {
  const down = useRef(false);
  const place = (event: React.PointerEvent<HTMLCanvasElement>): [number, number] => {
    const box = event.currentTarget.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const end = () => {
    if (down.current) onEnd();
    down.current = false;
  };
  return (
    <canvas
      id={id}
      className="ui-signature__canvas"
      role="img"
      aria-label={`${label}签名的地方，用手指或鼠标写`}
      onPointerDown={(event) => {
        down.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
        onBegin(...place(event));
      }}
      onPointerMove={(event) => down.current && onGo(...place(event))}
      onPointerUp={end}
      onPointerCancel={end}
    />
  );
}

interface Drawing {
  readonly context: CanvasRenderingContext2D;
  readonly size: { readonly width: number; readonly height: number };
  readonly browser: boolean;
  readonly node: Taro.Canvas;
}

/** The canvas with as many dots as the screen has. */
function useCanvas(id: string): () => Promise<Drawing | null> {
  const known = useRef<Drawing | null>(null);
  return async () => {
    if (!known.current) known.current = h5 ? browserCanvas(id) : await wechatCanvas(id);
    return known.current;
  };
}

function browserCanvas(id: string): Drawing | null {
  const node = document.getElementById(id) as HTMLCanvasElement | null;
  const context = node?.getContext('2d');
  if (!node || !context) return null;
  const { width, height } = node.getBoundingClientRect();
  const dots = window.devicePixelRatio || 1;
  Object.assign(node, { width: width * dots, height: height * dots });
  context.scale(dots, dots);
  return { context, size: { width, height }, browser: true, node: node as unknown as Taro.Canvas };
}

function wechatCanvas(id: string): Promise<Drawing | null> {
  return new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true, size: true })
      .exec(([found]: ({ node: Taro.Canvas; width: number; height: number } | null)[]) => {
        if (!found) return resolve(null);
        const { node, width, height } = found;
        const dots = Taro.getWindowInfo().pixelRatio;
        Object.assign(node, { width: width * dots, height: height * dots });
        const context = node.getContext('2d') as unknown as CanvasRenderingContext2D;
        context.scale(dots, dots);
        resolve({ context, size: { width, height }, browser: false, node });
      });
  });
}
