import { and, eq, isNull, or, sql } from 'drizzle-orm';
import { askerOf, type Context, servicesOf } from '../../context';
import { clearFiles, forgetFiles } from '../../files/forget';
import { forgetHands, holdGatherings } from '../../hands/of-account';
import { heldAccount } from '../../hold-account';
import { forgetMessages } from '../../messages/forget';
import { forgetPostings } from '../../postings/of-account';
import { refuse } from '../../refuse';
import { phoneHash } from '../../session/sms-code';
import {
  account,
  attachment,
  claim,
  codeRef,
  consent,
  draft,
  login,
  mandate,
  request,
  savedFacts,
  session,
  smsCode,
  staff,
  unitMember,
} from '../../store/schema';
import { forgetEnded } from '../../training/forget';
import { leaveTrainings } from '../../training/of-account';
import { forgetWork, withdrawApplications } from '../../work/of-account';
import { leaveGroups } from '../wages/groups';

/** What stays and why (个人信息保护法 47、56; docs/privacy.md). */
const KEPT = [
  '帮扶台账：由农业农村、人社等部门依法登记，不是本平台的，要更正或删除请找这些部门。',
  '谁看过信息的记录、您同意和撤回的记录：法律要求留存备查，只留时间和事由，不再显示，也不再和手机号相连。',
  '已经提交的申请和交过的材料：是经办机构的办件记录，由经办机构留存。再登录并核对身份以后还能看到。',
  '上过的培训和结业凭证：是培训机构和经办机构的记录，由他们留存。还没开班的，名额已经让给别人。',
  '两边都点过“就是这样”的工钱记录：也是对方的凭据，从干活那天起留三年（保障农民工工资支付条例第十五条，工资台账至少保存3年），不再和您的账号相连。没有开工的零工，名额已经让给别人，您个人发布的已经取消。',
  '您请人干过的零工：有人来干过的，您的姓名、电话给干活的人留三年，当他们要工钱的凭据，封着，只有他们看得到。没有人来干过的，已经删掉。',
  '您说过信息不实的岗位：写的话和账号都删掉，只留一个认不出人的记号，免得同一个人反复说。',
  '村里、乡镇走访的记录：是工作人员按职责写的，由经办机构留存。再登录并核对身份以后还能看到。',
];

/** Everything the account kept here is gone at once; codes shown until now are worth nothing. */
export async function deleteAccount(context: Context): Promise<{ kept: string[] }> {
  const { id } = askerOf(context).account;
  const { cipher, db } = servicesOf(context).store;
  await leaveTrainings(context, id);
  await withdrawApplications(context, id);
  const files = await db.transaction(async (queries) => {
    await holdGatherings(context, queries, id);
    const held = await heldAccount(queries, id);
    if (!held) throw refuse('SessionEnded');
    if (held.phoneEnc) {
      const phone = cipher.open('account.phone', id, held.phoneEnc);
      await queries.delete(smsCode).where(eq(smsCode.phoneHash, phoneHash(context, phone)));
    }
    await queries.delete(session).where(eq(session.accountId, id));
    await queries.delete(login).where(eq(login.accountId, id));
    await queries.delete(claim).where(eq(claim.id, id));
    await queries.delete(savedFacts).where(eq(savedFacts.id, id));
    await queries.delete(draft).where(eq(draft.accountId, id));
    await forgetMessages(queries, id);
    await forgetEnded(queries, servicesOf(context).store, id);
    await forgetWork(queries, id);
    await queries
      .update(unitMember)
      .set({ endedAt: context.now })
      .where(and(eq(unitMember.accountId, id), isNull(unitMember.endedAt)));
    await leaveGroups(queries, id);
    await forgetPostings(queries, id);
    await forgetHands(context, queries, id);
    await queries.delete(request).where(eq(request.accountId, id));
    await queries.delete(codeRef).where(eq(codeRef.accountId, id));
    await queries.delete(staff).where(eq(staff.id, id));
    await queries
      .update(mandate)
      .set({
        endedAt: sql`coalesce(${mandate.endedAt}, ${context.now.toISOString()})`,
        labelEnc: null,
        offerHash: null,
      })
      .where(or(eq(mandate.holderId, id), eq(mandate.helperId, id)));
    await queries
      .update(consent)
      .set({ withdrawnAt: context.now })
      .where(and(eq(consent.accountId, id), isNull(consent.withdrawnAt)));
    const gone = await forgetFiles(queries, eq(attachment.accountId, id));
    await queries.delete(account).where(eq(account.id, id));
    return gone;
  });
  // somebody who enrolled while the account was going
  await leaveTrainings(context, id);
  await clearFiles(context, files);
  return { kept: KEPT };
}
