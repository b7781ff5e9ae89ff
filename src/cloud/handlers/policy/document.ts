import type { PolicyDocument } from '@/domain/eligibility';
import type { Context } from '../../context';
import { documentOf } from '../../policy-book/book';

export const policyDocument = ({ book }: Context, id: string): PolicyDocument | null => documentOf(book, id);
