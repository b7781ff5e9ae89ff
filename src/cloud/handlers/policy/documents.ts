import type { ListedDocument } from '@/contract/api';
import type { Context } from '../../context';
import { metaOf } from '../../policy-book/book';

/** Every document, the region it belongs to named, in the order of the regions. */
export const documents = ({ book }: Context): ListedDocument[] =>
  book.regions.flatMap(({ region }) =>
    book.documents
      .filter(({ id }) => region.documents.includes(id))
      .map((document) => ({ ...metaOf(document), region: region.id })),
  );
