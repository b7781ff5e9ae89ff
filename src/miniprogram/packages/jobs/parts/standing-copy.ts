export const copy = {
  byPerson: '个人发布，未经核实',
};
