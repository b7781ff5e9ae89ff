export const copy = {
  title: '我的家人',
  why: '核对身份以后，这里能看到台账里同一户的家人，和每个人能享受什么。',
  line: '台账里登记在一户的人。点名字，看这个人能享受什么。',
  readAloud: '家里有谁',
  self: '我自己',
  /** whom a helper acts for */
  holder: '本人',
  minor: '未成年',
  details: {
    open: '看能享受什么',
    hidden: '本人没有公开',
    guardian_only: '只有监护人能看',
    consent_needed: '要您先同意，才能看',
  },
  alone: '台账里这一户只登记了您一个人',
  aloneLine: '家里还有人没有登记的，请村里或乡镇核对。',
  hide: '对家人隐藏我的情况',
  hideLine: '打开以后，家人只看得到您的名字，看不到您能享受什么。未成年人的，监护人还是看得到。',
};
