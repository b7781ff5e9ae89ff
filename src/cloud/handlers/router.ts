import { implement } from '@orpc/server';
import { contract } from '@/contract/api';
import { authorise } from '../authorise';
import { check } from '../benefits/check';
import type { Context } from '../context';
import { list as brandsList } from './brands/list';
import { act as actOnCase } from './cases/act';
import * as drafts from './cases/drafts';
import { file as fileCase } from './cases/file';
import * as cases from './cases/mine';
import { paper as casePaper } from './cases/papers';
import { prefill } from './cases/prefill';
import * as receipts from './cases/receipt';
import * as reports from './cases/report';
import { issue } from './code/issue';
import { keys } from './code/keys';
import { revoke, showName } from './code/revoke';
import { verify } from './code/verify';
import * as consents from './consent/consents';
import { act as actAtDesk } from './desk/act';
import { assign } from './desk/assign';
import { join as joinCases } from './desk/join';
import { numbers } from './desk/numbers';
import { paper as deskPaper } from './desk/papers';
import { queue } from './desk/queue';
import { show as showAtDesk } from './desk/show';
import * as deskWages from './desk/wages';
import { dispute } from './facts/dispute';
import { mine as factsMine } from './facts/mine';
import * as savedFacts from './facts/saved';
import { begin } from './files/begin';
import { drop } from './files/drop';
import { finish } from './files/finish';
import { put } from './files/put';
import { read } from './files/read';
import * as handAgreements from './hands/agreement';
import * as handsCame from './hands/attendance';
import * as handsOff from './hands/cancel';
import * as joining from './hands/join';
import * as handsPaper from './hands/paper';
import * as handsWanted from './hands/publish';
import * as handsShown from './hands/show';
import * as household from './household/household';
import { bind } from './identity/bind';
import { claim, confirm } from './identity/confirm';
import { requestVerification } from './identity/request-verification';
import { status } from './identity/status';
import * as jobs from './jobs/search';
import { states as postingStates, show as showPosting } from './jobs/show';
import * as grant from './mandate/grant';
import * as mandates from './mandate/views';
import * as inbox from './messages/list';
import * as telling from './messages/settings';
import * as newsDesk from './news/publish';
import * as newsRead from './news/read';
import { posts } from './notices/posts';
import { render } from './papers/render';
import { policyDocument } from './policy/document';
import { documents } from './policy/documents';
import { law } from './policy/law';
import { pack } from './policy/pack';
import { regions } from './policy/regions';
import { scene } from './policy/scene';
import { services } from './policy/services';
import * as postingActs from './postings/act';
import { numbers as postingNumbers } from './postings/numbers';
import * as postingDesk from './postings/publish';
import * as postingLists from './postings/queue';
import * as employerRecords from './postings/records';
import { report as reportPosting } from './postings/report';
import * as postContracts from './posts/contract';
import * as postsDesk from './posts/desk';
import * as postsPublic from './posts/public';
import * as postsPut from './posts/put';
import { complain } from './privacy/complain';
import { deleteAccount } from './privacy/delete-account';
import { exportAll } from './privacy/export';
import { looks } from './privacy/looks';
import * as requests from './requests/requests';
import { me } from './session/me';
import { phone, sendCode } from './session/phone';
import { sample, samples } from './session/sample';
import * as sessions from './session/sessions';
import { wechat } from './session/wechat';
import { available, say } from './speech/speech';
import * as staff from './staff/staff';
import { near as stationsNear } from './stations/near';
import { mark } from './training/attendance';
import * as certificates from './training/certificate';
import { certify } from './training/certify';
import { enrol } from './training/enrol';
import * as enrolments from './training/leave';
import * as trainings from './training/mine';
import { numbers as trainingNumbers } from './training/numbers';
import * as publishing from './training/publish';
import { roster } from './training/roster';
import * as trainingSessions from './training/sessions';
import * as visits from './visits/visits';
import * as groups from './wages/groups';
import * as workApplicants from './work/applicants';
import * as workApplications from './work/applications';
import * as workCard from './work/card';
import * as workSearches from './work/searches';
import * as workSpells from './work/spells';

/** Every procedure goes through `authorise`: it tells who asks, or refuses. */
const api = implement(contract)
  .$context<Context>()
  .use(async ({ context, procedure, next }) => {
    const asker = await authorise(procedure['~orpc'].meta, context);
    return next({ context: { asker } });
  });

type Ask<I> = { readonly context: Context; readonly input: I };
/** A handler that looks at nothing but who asks. */
const plain =
  <O>(handler: (context: Context) => O) =>
  ({ context }: { readonly context: Context }): O =>
    handler(context);
const withInput =
  <I, O>(handler: (context: Context, input: I) => O) =>
  ({ context, input }: Ask<I>): O =>
    handler(context, input);

/** Contract path → handler; the compiler demands one for every procedure. */
export const router = api.router({
  policy: {
    regions: api.policy.regions.handler(plain(regions)),
    pack: api.policy.pack.handler(({ input, context, errors }) => {
      const found = pack(context, input);
      if (!found) throw errors.RegionWithoutPack();
      return found;
    }),
    services: api.policy.services.handler(({ input, context, errors }) => {
      const found = services(context, input);
      if (!found) throw errors.RegionWithoutPack();
      return found;
    }),
    law: api.policy.law.handler(withInput(law)),
    documents: api.policy.documents.handler(plain(documents)),
    document: api.policy.document.handler(({ input, context, errors }) => {
      const found = policyDocument(context, input.id);
      if (!found) throw errors.UnknownDocument();
      return found;
    }),
    scene: api.policy.scene.handler(({ input, context, errors }) => {
      const found = scene(context, input.scene);
      if (!found) throw errors.UnknownScene();
      return found;
    }),
  },
  benefits: {
    check: api.benefits.check.handler(({ input, context, errors }) => {
      const result = check(context, input);
      if (!result) throw errors.RegionWithoutPack();
      return result;
    }),
  },
  session: {
    wechat: api.session.wechat.handler(withInput(wechat)),
    send_code: api.session.send_code.handler(withInput(sendCode)),
    phone: api.session.phone.handler(withInput(phone)),
    samples: api.session.samples.handler(plain(samples)),
    sample: api.session.sample.handler(withInput(sample)),
    me: api.session.me.handler(plain(me)),
    list: api.session.list.handler(plain(sessions.list)),
    end: api.session.end.handler(withInput(sessions.end)),
  },
  identity: {
    bind: api.identity.bind.handler(withInput(bind)),
    status: api.identity.status.handler(plain(status)),
    claim: api.identity.claim.handler(withInput(claim)),
    confirm: api.identity.confirm.handler(withInput(confirm)),
    request_verification: api.identity.request_verification.handler(withInput(requestVerification)),
  },
  facts: {
    mine: api.facts.mine.handler(withInput(factsMine)),
    save: api.facts.save.handler(withInput(savedFacts.save)),
    saved: api.facts.saved.handler(plain(savedFacts.saved)),
    forget: api.facts.forget.handler(plain(savedFacts.forget)),
    dispute: api.facts.dispute.handler(withInput(dispute)),
  },
  household: {
    mine: api.household.mine.handler(plain(household.mine)),
    hide: api.household.hide.handler(withInput(household.hide)),
  },
  code: {
    issue: api.code.issue.handler(withInput(issue)),
    keys: api.code.keys.handler(plain(keys)),
    verify: api.code.verify.handler(withInput(verify)),
    revoke: api.code.revoke.handler(withInput(revoke)),
    show_name: api.code.show_name.handler(withInput(showName)),
  },
  consent: {
    list: api.consent.list.handler(plain(consents.list)),
    give: api.consent.give.handler(withInput(consents.give)),
    withdraw: api.consent.withdraw.handler(withInput(consents.withdraw)),
  },
  privacy: {
    looks: api.privacy.looks.handler(plain(looks)),
    export: api.privacy.export.handler(plain(exportAll)),
    delete_account: api.privacy.delete_account.handler(plain(deleteAccount)),
    complain: api.privacy.complain.handler(withInput(complain)),
  },
  mandate: {
    offer: api.mandate.offer.handler(withInput(grant.offer)),
    accept: api.mandate.accept.handler(withInput(grant.accept)),
    ask: api.mandate.ask.handler(withInput(grant.ask)),
    confirm: api.mandate.confirm.handler(withInput(grant.confirm)),
    list: api.mandate.list.handler(plain(mandates.list)),
    end: api.mandate.end.handler(withInput(mandates.end)),
    trail: api.mandate.trail.handler(withInput(mandates.trail)),
  },
  requests: {
    mine: api.requests.mine.handler(plain(requests.mine)),
    list: api.requests.list.handler(plain(requests.list)),
    answer: api.requests.answer.handler(withInput(requests.answer)),
  },
  speech: {
    say: api.speech.say.handler(withInput(say)),
    available: api.speech.available.handler(plain(available)),
  },
  papers: {
    render: api.papers.render.handler(withInput(render)),
  },
  files: {
    begin: api.files.begin.handler(withInput(begin)),
    put: api.files.put.handler(withInput(put)),
    finish: api.files.finish.handler(withInput(finish)),
    read: api.files.read.handler(withInput(read)),
    drop: api.files.drop.handler(withInput(drop)),
  },
  cases: {
    prefill: api.cases.prefill.handler(withInput(prefill)),
    save_draft: api.cases.save_draft.handler(withInput(drafts.saveDraft)),
    drafts: api.cases.drafts.handler(plain(drafts.drafts)),
    drop_draft: api.cases.drop_draft.handler(withInput(drafts.dropDraft)),
    file: api.cases.file.handler(withInput(fileCase)),
    report: api.cases.report.handler(withInput(reports.report)),
    follow: api.cases.follow.handler(withInput(reports.follow)),
    mine: api.cases.mine.handler(withInput(cases.mine)),
    show: api.cases.show.handler(withInput(cases.show)),
    act: api.cases.act.handler(withInput(actOnCase)),
    receipt: api.cases.receipt.handler(withInput(receipts.receipt)),
    paper: api.cases.paper.handler(withInput(casePaper)),
    calendar: api.cases.calendar.handler(withInput(receipts.calendar)),
    verify_receipt: api.cases.verify_receipt.handler(withInput(receipts.verifyReceipt)),
  },
  desk: {
    queue: api.desk.queue.handler(withInput(queue)),
    show: api.desk.show.handler(withInput(showAtDesk)),
    paper: api.desk.paper.handler(withInput(deskPaper)),
    act: api.desk.act.handler(withInput(actAtDesk)),
    assign: api.desk.assign.handler(withInput(assign)),
    join: api.desk.join.handler(withInput(joinCases)),
    hearings: api.desk.hearings.handler(plain(deskWages.hearings)),
    employers: api.desk.employers.handler(withInput(deskWages.employers)),
    numbers: api.desk.numbers.handler(withInput(numbers)),
  },
  staff: {
    list: api.staff.list.handler(plain(staff.list)),
    give: api.staff.give.handler(withInput(staff.give)),
    end: api.staff.end.handler(withInput(staff.end)),
  },
  training: {
    sessions: api.training.sessions.handler(withInput(trainingSessions.sessions)),
    show: api.training.show.handler(withInput(trainingSessions.show)),
    verify: api.training.verify.handler(withInput(certificates.verify)),
    enrol: api.training.enrol.handler(withInput(enrol)),
    cancel: api.training.cancel.handler(withInput(enrolments.cancel)),
    confirm: api.training.confirm.handler(withInput(enrolments.confirm)),
    mine: api.training.mine.handler(plain(trainings.mine)),
    calendar: api.training.calendar.handler(withInput(trainings.calendar)),
    certificate: api.training.certificate.handler(withInput(certificates.certificate)),
    taught: api.training.taught.handler(withInput(publishing.taught)),
    publish: api.training.publish.handler(withInput(publishing.publish)),
    decide: api.training.decide.handler(withInput(publishing.decide)),
    call_off: api.training.call_off.handler(withInput(publishing.callOff)),
    roster: api.training.roster.handler(withInput(roster)),
    mark: api.training.mark.handler(withInput(mark)),
    certify: api.training.certify.handler(withInput(certify)),
    numbers: api.training.numbers.handler(withInput(trainingNumbers)),
  },
  visits: {
    residents: api.visits.residents.handler(withInput(visits.residents)),
    record: api.visits.record.handler(withInput(visits.record)),
    enter: api.visits.enter.handler(withInput(visits.enter)),
    of: api.visits.of.handler(withInput(visits.of)),
  },
  messages: {
    list: api.messages.list.handler(withInput(inbox.list)),
    read: api.messages.read.handler(withInput(inbox.read)),
    count: api.messages.count.handler(plain(inbox.unread)),
    subscribe: api.messages.subscribe.handler(withInput(telling.subscribe)),
    settings: api.messages.settings.handler(withInput(telling.settings)),
  },
  news: {
    list: api.news.list.handler(withInput(newsRead.list)),
    show: api.news.show.handler(withInput(newsRead.show)),
    picture: api.news.picture.handler(withInput(newsRead.picture)),
    preview: api.news.preview.handler(withInput(newsDesk.preview)),
    publish: api.news.publish.handler(withInput(newsDesk.publish)),
    withdraw: api.news.withdraw.handler(withInput(newsDesk.withdraw)),
    mine: api.news.mine.handler(withInput(newsDesk.mine)),
  },
  notices: {
    posts: api.notices.posts.handler(withInput(posts)),
  },
  work: {
    card: api.work.card.handler(plain(workCard.card)),
    save_card: api.work.save_card.handler(withInput(workCard.saveCard)),
    drop_card: api.work.drop_card.handler(plain(workCard.dropCard)),
    searches: api.work.searches.handler(plain(workSearches.searches)),
    save_search: api.work.save_search.handler(withInput(workSearches.saveSearch)),
    drop_search: api.work.drop_search.handler(withInput(workSearches.dropSearch)),
    notify: api.work.notify.handler(withInput(workSearches.notify)),
    applications: api.work.applications.handler(plain(workApplications.applications)),
    calendar: api.work.calendar.handler(withInput(workApplications.calendar)),
    applicants: api.work.applicants.handler(withInput(workApplicants.applicants)),
    answer: api.work.answer.handler(withInput(workApplicants.answer)),
    spells: api.work.spells.handler(plain(workSpells.spells)),
    start: api.work.start.handler(withInput(workSpells.start)),
    leave: api.work.leave.handler(withInput(workSpells.leave)),
    undo: api.work.undo.handler(withInput(workSpells.undo)),
  },
  wages: {
    group_create: api.wages.group_create.handler(withInput(groups.create)),
    group_join: api.wages.group_join.handler(withInput(groups.join)),
    group_show: api.wages.group_show.handler(plain(groups.mine)),
    group_leave: api.wages.group_leave.handler(withInput(groups.leave)),
  },
  hands: {
    show: api.hands.show.handler(withInput(handsShown.show)),
    verify: api.hands.verify.handler(withInput(handsPaper.verify)),
    publish: api.hands.publish.handler(withInput(handsWanted.publish)),
    cancel: api.hands.cancel.handler(withInput(handsOff.cancel)),
    mine: api.hands.mine.handler(plain(handsShown.mine)),
    join: api.hands.join.handler(withInput(joining.join)),
    leave: api.hands.leave.handler(withInput(joining.leave)),
    roster: api.hands.roster.handler(withInput(handsCame.roster)),
    mark: api.hands.mark.handler(withInput(handsCame.mark)),
    code: api.hands.code.handler(withInput(handsCame.code)),
    here: api.hands.here.handler(withInput(handsCame.here)),
    agreement: api.hands.agreement.handler(withInput(handAgreements.agreement)),
    propose: api.hands.propose.handler(withInput(handAgreements.propose)),
    tap: api.hands.tap.handler(withInput(handAgreements.tap)),
    paper: api.hands.paper.handler(withInput(handsPaper.paper)),
  },
  posts: {
    village: api.posts.village.handler(withInput(postsPublic.village)),
    holders: api.posts.holders.handler(withInput(postsPublic.holders)),
    mine: api.posts.mine.handler(plain(postsPublic.mine)),
    desk: api.posts.desk.handler(withInput(postsDesk.desk)),
    register: api.posts.register.handler(withInput(postsDesk.register)),
    put: api.posts.put.handler(withInput(postsPut.put)),
    hold: api.posts.hold.handler(withInput(postContracts.hold)),
    end: api.posts.end.handler(withInput(postContracts.end)),
  },
  postings: {
    report: api.postings.report.handler(withInput(reportPosting)),
    mine: api.postings.mine.handler(withInput(postingLists.mine)),
    own: api.postings.own.handler(withInput(postingDesk.own)),
    publish: api.postings.publish.handler(withInput(postingDesk.publish)),
    close: api.postings.close.handler(withInput(postingActs.close)),
    queue: api.postings.queue.handler(withInput(postingLists.queue)),
    act: api.postings.act.handler(withInput(postingActs.act)),
    numbers: api.postings.numbers.handler(withInput(postingNumbers)),
    records: api.postings.records.handler(withInput(employerRecords.records)),
    add_record: api.postings.add_record.handler(withInput(employerRecords.addRecord)),
    withdraw_record: api.postings.withdraw_record.handler(withInput(employerRecords.withdrawRecord)),
  },
  brands: { list: api.brands.list.handler(withInput(brandsList)) },
  stations: {
    near: api.stations.near.handler(withInput(stationsNear)),
  },
  jobs: {
    search: api.jobs.search.handler(withInput(jobs.search)),
    count: api.jobs.count.handler(withInput(jobs.count)),
    show: api.jobs.show.handler(withInput(showPosting)),
    states: api.jobs.states.handler(withInput(postingStates)),
  },
});
