/** 政策动态: short items bound to documents; everybody reads them, the county's staff write them. */
import { z } from 'zod';
import { ITEMS_MOST, NEWS_KIND_NAMES, type NewsKind, TEXT_MOST, TITLE_MOST } from '@/domain/news';
import { day, errors, id, moment, post, procedure, regionCode, typed, words } from './base';

const kind = z.enum(NEWS_KIND_NAMES as [NewsKind, ...NewsKind[]]);
const standing = z.enum(['not_yet', 'new', 'in_force', 'ending', 'ended']);
const cursor = z.string().max(100).optional();

const newsLine = z.object({
  id,
  kind,
  title: z.string(),
  /** who says it */
  office: z.string(),
  /** of the county, or the region */
  place: z.string(),
  published_at: moment,
  withdrawn_at: moment.nullable(),
  document: z.object({
    id: z.string(),
    number: z.string(),
    standing,
    /** its last day; null: the text does not say */
    to: day.nullable(),
  }),
  items: z.array(z.string()),
  /** what the picture shows */
  picture: z.string().nullable(),
});
export type NewsLine = z.infer<typeof newsLine>;

const newsView = newsLine.extend({
  /** empty once it is withdrawn */
  text: z.string(),
  passages: z.array(z.object({ item: z.string(), title: z.string().nullable(), text: z.string() })),
  /** whom the cited passages touch, in the words of their conditions */
  touches: z.array(z.object({ benefit: z.string(), title: z.string(), who: z.array(z.string()).readonly() })),
  service: z.object({ id: z.string(), title: z.string() }).nullable(),
});
export type NewsView = z.infer<typeof newsView>;

/** A document, or a benefit with a time of its own, that is new, ends soon or has ended; and for whom. */
const change = z.object({
  what: z.enum(['document', 'benefit']),
  id: z.string(),
  title: z.string(),
  document: z.string(),
  number: z.string(),
  standing: standing.exclude(['in_force']),
  on: day,
  assumed: z.boolean(),
  groups: z.array(z.object({ text: z.string(), benefits: z.int() })).readonly(),
});
export type NewsChange = z.infer<typeof change>;

const draft = z.strictObject({
  kind,
  title: words(TITLE_MOST * 2),
  text: words(TEXT_MOST * 2),
  document: z.string().max(64),
  items: z.array(z.string().max(16)).min(1).max(ITEMS_MOST),
  service: z.string().max(64).nullable(),
  /** a file of the writer's own, already here */
  picture: z.strictObject({ file: id, says: typed(60) }).nullable(),
});
export type NewsDraft = z.infer<typeof draft>;

const page = z.object({ news: z.array(newsLine), next: z.string().nullable() });
const refusals = ['NotAllowed', 'NotFound', 'InvalidInput', 'RegionWithoutPack', 'NotReady'] as const;

export const newsContract = {
  list: procedure
    .meta({ who: 'public' })
    .route(post('/news/list', 'Policy news of a place, and what is new or ends'))
    .input(z.strictObject({ place: regionCode, kind: kind.optional(), cursor }))
    .output(page.extend({ changes: z.array(change), today: day }))
    .errors(errors('NotReady', 'InvalidInput', 'RegionWithoutPack')),
  show: procedure
    .meta({ who: 'public' })
    .route(post('/news/show', 'One item, with the passages it rests on'))
    .input(z.strictObject({ id }))
    .output(newsView)
    .errors(errors('NotFound', 'NotReady')),
  picture: procedure
    .meta({ who: 'public' })
    .route(post('/news/picture', 'The picture of an item'))
    .input(z.strictObject({ id }))
    .output(z.object({ type: z.enum(['image/jpeg', 'image/png']), base64: z.string() }))
    .errors(errors('NotFound', 'NotReady', 'TooManyTries')),
  /** Checked like publishing; nothing is kept. */
  preview: procedure
    .meta({ who: 'staff' })
    .route(post('/news/preview', 'How it will look on the phone'))
    .input(z.strictObject({ id, news: draft }))
    .output(newsView)
    .errors(errors(...refusals)),
  publish: procedure
    .meta({ who: 'staff' })
    .route(post('/news/publish', 'Publish an item for my county'))
    .input(z.strictObject({ id, news: draft }))
    .output(newsView)
    .errors(errors(...refusals, 'TooManyTries')),
  withdraw: procedure
    .meta({ who: 'staff' })
    .route(post('/news/withdraw', 'Take an item back'))
    .input(z.strictObject({ id }))
    .output(newsLine)
    .errors(errors('NotAllowed', 'NotFound')),
  mine: procedure
    .meta({ who: 'staff' })
    .route(post('/news/mine', 'What my county has published'))
    .input(z.strictObject({ cursor }))
    .output(
      page.extend({
        /** what an item may be bound to, and lead to */
        documents: z.array(z.object({ id: z.string(), number: z.string(), title: z.string() })),
        services: z.array(z.object({ id: z.string(), title: z.string() })),
      }),
    )
    .errors(errors('NotAllowed', 'InvalidInput')),
};
