import { VoiceError } from '../../adapters/voice';
import { type Context, servicesOf } from '../../context';
import { refuse } from '../../refuse';

export const available = ({ services }: Context): { available: boolean } => ({
  available: services?.speaker != null,
});

export async function say(context: Context, input: { text: string }) {
  const { speaker, limits } = servicesOf(context);
  if (!speaker) throw refuse('NoVoice');
  await limits.take('speech_caller', context.credentials.caller);
  try {
    const { type, bytes } = await speaker.speak(input.text);
    return { type, base64: bytes.toString('base64') };
  } catch (error) {
    if (!(error instanceof VoiceError)) throw error;
    if (error.name === 'NothingToSay' || error.name === 'TextTooLong') throw refuse('InvalidInput');
    throw error.name === 'Busy' ? refuse('TooManyTries', { retryAfter: 5 }) : refuse('NoVoice');
  }
}
