import { z } from 'zod';
import { FILE_TYPES, MAX_FILE, MAX_PIECE, MAX_THUMB } from '@/domain/files/limits';
import { done, errors, id, post, procedure } from './base';

const base64 = (bytes: number) =>
  z
    .string()
    .max(Math.ceil(bytes / 3) * 4)
    .regex(/^[A-Za-z0-9+/]*={0,2}$/)
    .refine((text) => text.length % 4 === 0);

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const offset = z.int().min(0).max(MAX_FILE);

/** What a file is called: no path, no control characters. */
const fileName = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^\P{Cc}*$/u);

const own = procedure.meta({ who: 'signed_in', acts: 'apply', trail: null });

/**
 * A file is begun, sent in pieces one after another, and finished. Every step may be asked again after a cut: `begin`
 * and `put` always say how much is here, and `finish` answers the same.
 */
export const filesContract = {
  begin: own
    .route(post('/files/begin', 'Begin a file, or learn how much of it has arrived'))
    .input(
      z.strictObject({
        id: id.describe('made by the phone, one a file'),
        name: fileName,
        bytes: z.int().min(0),
        type: z.string().max(100).optional().describe('what the phone takes it for; the content decides'),
      }),
    )
    .output(z.object({ received: z.int() }))
    .errors(
      errors(
        'FileTooBig',
        'TooManyFiles',
        'WrongFileType',
        'HeicPhoto',
        'FileBroken',
        'NotFound',
        'NotReady',
      ),
    ),
  /** A piece that does not begin where the last one ended is not kept; the answer says where to go on. */
  put: own
    .route(post('/files/put', 'The next piece of a file: 16 to 256 KiB, the last one as it comes'))
    .input(z.strictObject({ id, offset, base64: base64(MAX_PIECE) }))
    .output(z.object({ received: z.int() }))
    .errors(errors('NotFound', 'WrongFileType', 'HeicPhoto', 'FileBroken', 'NotReady')),
  /** After `FileBroken` it is begun and sent again from the start. */
  finish: procedure
    .meta({ who: 'signed_in', acts: 'apply', trail: '替您传了材料' })
    .route(post('/files/finish', 'All pieces are sent: check the file and keep it'))
    .input(
      z.strictObject({
        id,
        sha256: sha256.describe('of the file as it was sent'),
        thumb: base64(MAX_THUMB).optional().describe('a small JPEG, at most 24 KiB'),
      }),
    )
    .output(z.object({ id, type: z.enum(FILE_TYPES), bytes: z.int().describe('as kept'), name: z.string() }))
    .errors(
      errors(
        'NotFound',
        'FileBroken',
        'WrongFileType',
        'HeicPhoto',
        'PictureTooLarge',
        'UnsafePdf',
        'TooManyFiles',
        'NotReady',
      ),
    ),
  read: own
    .route(post('/files/read', 'A file, piece by piece, or its small picture'))
    .input(z.strictObject({ id, offset: offset.optional(), thumb: z.boolean().optional() }))
    .output(
      z.object({
        type: z.enum(FILE_TYPES),
        name: z.string(),
        base64: z.string(),
        next: z.int().nullable().describe('where to go on; null at the end'),
      }),
    )
    .errors(errors('NotFound', 'NotReady')),
  drop: procedure
    .meta({ who: 'signed_in', acts: 'apply', trail: '替您删了还没交的材料' })
    .route(post('/files/drop', 'Remove a file that no case has taken'))
    .input(z.strictObject({ id }))
    .output(done)
    .errors(errors('NotFound', 'FileInUse')),
};
