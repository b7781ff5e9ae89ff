import type { Readable } from 'node:stream';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { Refused } from '../refused';
import { brokenFile, isBroken } from './zip';

/** What happens on the way through a document; names come without their prefix. */
export interface XmlHandlers {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

const local = (name: string) => name.slice(name.indexOf(':') + 1);

/**
 * Feeds a document to the handlers, piece by piece; gives a turn to the reader after each piece. No entities are
 * declared or resolved but XML's own five.
 * @throws Refused when it is not well-formed
 */
export async function* readXml(content: Readable, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser();
  let problem: Error | null = null;
  parser.on('error', (error) => {
    problem ??= error;
  });
  parser.on('doctype', () => {
    problem ??= new Error('a document type');
  });
  parser.on('opentag', (tag: SaxesTagPlain) => handlers.open?.(local(tag.name), tag.attributes));
  if (handlers.text) parser.on('text', (text) => handlers.text?.(text));
  parser.on('closetag', (tag) => handlers.close?.(local(tag.name)));
  const decoder = new TextDecoder('utf-8');
  try {
    for await (const chunk of content as AsyncIterable<Buffer>) {
      parser.write(decoder.decode(chunk, { stream: true }));
      if (problem) throw brokenFile();
      yield;
    }
    parser.close();
  } catch (error) {
    throw isBroken(error) ? brokenFile() : error;
  } finally {
    content.destroy();
  }
  if (problem) throw new Refused('这个 XLSX 文件的内容不完整：请用表格软件打开后另存一次');
  yield;
}

/** The same for small documents that are read whole. */
export async function readWhole(content: Readable, handlers: XmlHandlers): Promise<void> {
  for await (const _ of readXml(content, handlers));
}
