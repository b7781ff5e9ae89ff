/** Why a command ends before anything was touched, in words for whoever runs it. */
export class Refused extends Error {}
