/** One whole journey without touching the screen: Tab, Shift+Tab, Enter, Space and the arrows. */
import { MIGRANT, PHONE, YONGXIU } from './phone';
import { onEveryPhone, openPortal } from './portal';
import type { Visit } from './visit';

const portal = openPortal();

interface Focus {
  /** what a screen reader would call it */
  readonly name: string;
  /** drawn so that one sees where one is */
  readonly ringed: boolean;
  readonly inside: boolean;
}

/** Where the keyboard is. A radio button is hidden; the card around it speaks and is drawn for it. */
const focus = (visit: Visit): Promise<Focus> =>
  visit.page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body)
      return { name: '', ringed: true, inside: true };
    const drawn = element.closest('label') ?? element.closest('.ui-field__box') ?? element;
    const named =
      element.getAttribute('aria-label') ??
      (element instanceof HTMLInputElement ? element.labels?.[0]?.innerText : element.innerText);
    const shows = [drawn, element].some((candidate) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(candidate);
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
    });
    const { top, bottom } = drawn.getBoundingClientRect();
    const title = element.matches('h1');
    return {
      name: (named ?? '').replace(/\s+/g, ' ').trim(),
      ringed: shows || title,
      inside: bottom > 0 && top < innerHeight,
    };
  });

/** Presses Tab until the focus is on a control; everything passed on the way must be seen and have a name. */
async function tabsTo(visit: Visit, name: RegExp, key = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 80; presses++) {
    await visit.page.keyboard.press(key);
    const here = await focus(visit);
    if (!here.ringed) throw new Error(`one cannot see that the focus is on ${here.name}`);
    if (!here.inside) throw new Error(`the focus is off the screen: ${here.name}`);
    if (name.test(here.name)) return;
    passed.push(here.name);
  }
  throw new Error(`Tab does not reach ${name}; it passes ${passed.join(' | ')}`);
}

const press = (visit: Visit, key: string) => visit.page.keyboard.press(key);

/** Tab to an answer and Space. A title that takes the focus late costs another try, not the answer. */
async function marks(visit: Visit, answer: string): Promise<void> {
  await visit.until(async () => {
    await tabsTo(visit, new RegExp(`^${answer}`));
    await press(visit, 'Space');
    return visit.chosen(answer);
  }, `Space does not choose ${answer}`);
}

/** An arrow goes to the next answer, which may be drawn a moment later. */
async function moves(visit: Visit, key: string, answer: string): Promise<void> {
  const before = await focus(visit);
  await press(visit, key);
  await visit.until(
    () => visit.chosen(answer),
    `${key} does not choose ${answer}; the focus was on ${before.name}`,
  );
}

/** A page that opens takes the focus to its title, or the next Tab would start anywhere. */
async function lands(visit: Visit, title: string): Promise<void> {
  await visit.isOn(title);
  await visit.until(
    async () => (await focus(visit)).name === title,
    `the focus is not on the title ${title}`,
  );
}

onEveryPhone('scan, three answers, list, benefit, original, back', async (phone) => {
  const visit = await portal.open(phone, { address: '/?scene=cq9Xw4Rt' });
  await visit.sees('看看我能享受什么');
  await tabsTo(visit, /^开始/);
  await press(visit, 'Enter');
  await visit.isOn('看看我能享受什么');

  await marks(visit, '就在酉阳');
  await tabsTo(visit, /^下一题$/);
  await press(visit, 'Enter');

  // arrows move between the answers
  await visit.sees(/^第 2 题/);
  await marks(visit, '防止返贫致贫对象');
  await moves(visit, 'ArrowDown', '继续帮扶对象');
  await moves(visit, 'ArrowUp', '防止返贫致贫对象');
  await tabsTo(visit, /^下一题$/);
  await press(visit, 'Space');

  await visit.sees(/^第 3 题/);
  await tabsTo(visit, /^下一题$/);
  await tabsTo(visit, /^上一题$/, 'Shift+Tab');
  await press(visit, 'Enter');
  await visit.sees(/^第 2 题/);
  expect(await visit.chosen('防止返贫致贫对象')).toBe(true);
  await tabsTo(visit, /^下一题$/);
  await press(visit, 'Enter');
  await visit.sees(/^第 3 题/);
  await marks(visit, '已经退出');
  await moves(visit, 'ArrowDown', '没有退出');

  await tabsTo(visit, /^先看已经能确定的/);
  await press(visit, 'Enter');
  await lands(visit, '我的补贴和服务');
  await tabsTo(visit, /^搜一搜$/);
  await visit.page.keyboard.type('服务点');
  await tabsTo(visit, /^村里的就业服务点/);
  await press(visit, 'Enter');
  await lands(visit, '村里的就业服务点');
  await tabsTo(visit, /^看整条/);
  await press(visit, 'Enter');
  await lands(visit, '文件原文');
  await visit.sees('（九）', '按这一条算的');

  for (const title of ['村里的就业服务点', '我的补贴和服务', '看看我能享受什么', '就业帮扶码']) {
    await tabsTo(visit, /^返回$/);
    await press(visit, 'Enter');
    await visit.isOn(title);
  }
  await visit.sees('接着答');
});

test('a dialog holds the focus and gives it back; Escape closes it', async () => {
  const visit = await portal.open(PHONE, { place: YONGXIU, answers: MIGRANT, address: '/#/pages/me/index' });
  await visit.sees('全部删掉');
  await tabsTo(visit, /^全部删掉$/);
  await press(visit, 'Enter');
  const dialog = visit.page.getByRole('dialog');
  await dialog.waitFor();
  await visit.until(
    () => visit.page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null),
    'the dialog does not take the focus',
  );
  for (let presses = 0; presses < 5; presses++) {
    await press(visit, 'Tab');
    expect(await visit.page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)).toBe(
      true,
    );
  }
  await press(visit, 'Escape');
  await dialog.waitFor({ state: 'detached' });
  await visit.until(async () => (await focus(visit)).name === '全部删掉', 'the focus is not given back');
});
