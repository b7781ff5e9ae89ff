export { createEspeak, findProgram } from './espeak';
export { MAX_SPOKEN, type Speaker, type Speech, VoiceError, type VoiceErrorName } from './speaker';
export { createTencentVoice, type TencentVoiceOptions } from './tencent';
