export const parts = {
  notPoster: '这里给招人的单位用',
  notPosterLine: '先绑定单位（填统一社会信用代码），区县核对以后，就能发布岗位、看谁来应聘。',
  bind: '去绑定单位',
};
