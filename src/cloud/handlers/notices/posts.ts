/** 公示: who holds a public-welfare post, masked, for everybody to see. */

import { and, desc, eq, gte, inArray } from 'drizzle-orm';
import type { InputOf, OutputOf } from '@/contract/api';
import { dayNumber, isoOf } from '@/domain/calendar/days';
import type { Answers } from '@/domain/cases';
import { maskName } from '@/domain/identity';
import { answerText } from '../../cases/words';
import { type Context, packFor, servicesOf } from '../../context';
import { afterDay } from '../../cursor';
import { refuse } from '../../refuse';
import { membersByIds } from '../../store/people';
import { serviceCase } from '../../store/schema';

type Output = OutputOf<'notices.posts'>;

const SERVICE = 'public-post';
/** which posts the person put down for; `any` says nothing of the post */
const WISH = 'wish';
const ANY = 'any';
const PAGE = 20;
/** A post is agreed for a year at most (永人社字〔2021〕75号（八）); nobody stands here for longer. */
const SHOWN_DAYS = 365;

export async function posts(context: Context, input: InputOf<'notices.posts'>): Promise<Output> {
  if (!packFor(context, input.county)) throw refuse('RegionWithoutPack');
  const { store } = servicesOf(context);
  const rows = await store.db
    .select()
    .from(serviceCase)
    .where(
      and(
        eq(serviceCase.county, input.county),
        eq(serviceCase.service, SERVICE),
        inArray(serviceCase.state, ['done', 'paid']),
        gte(serviceCase.closedOn, isoOf(dayNumber(context.today) - SHOWN_DAYS)),
        afterDay(input.cursor, serviceCase.closedOn, serviceCase.id),
      ),
    )
    .orderBy(desc(serviceCase.closedOn), desc(serviceCase.id))
    .limit(PAGE + 1);
  const shown = rows.slice(0, PAGE);
  const people = await membersByIds(
    store,
    shown.flatMap(({ personId }) => personId ?? []),
  );
  const last = shown.at(-1);
  return {
    posts: shown.map((row) => ({
      name: maskName(people.find(({ id }) => id === row.personId)?.row.name ?? ''),
      town: row.town,
      village: row.village,
      post: postOf(context, row),
      decided_on: row.closedOn ?? row.filedOn,
      number: row.number,
    })),
    next: rows.length > PAGE && last ? `${last.closedOn} ${last.id}` : null,
  };
}

/** The kind that was applied for; which village lane is swept is in no case. */
function postOf(context: Context, row: typeof serviceCase.$inferSelect): string {
  const service = context.book.services.find(({ id }) => id === SERVICE);
  const question = service?.questions.find(({ id }) => id === WISH);
  const { cipher } = servicesOf(context).store;
  const answers = JSON.parse(cipher.open('service_case.answers', row.id, row.answersEnc)) as Answers;
  const wish = answers[WISH];
  const named = Array.isArray(wish) ? wish.filter((one) => one !== ANY) : [];
  if (!question || named.length === 0) return service?.title ?? '公益性岗位';
  return answerText(question, named, (code) => code);
}
