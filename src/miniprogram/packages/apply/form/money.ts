/** What a person types for a sum of money, and the fen it means. */
export { hundredthsOf as fenOf, typedOf } from '@/client/typed-number';
