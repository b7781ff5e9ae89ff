export const copy = {
  byPerson: '个人发布，未经核实',
  byPersonLine: '个人发布，未经核实。先打电话问，不要先交钱，不要交身份证。',
};
