import { DocumentOpened, listDocumentsAnswer, type ReviewQuery, reviewQuery } from '#contract/v3/operator-documents.ts';
import type { Call, Route } from '#server/http/route.ts';
import { listDocuments, openForReview } from './review-documents.ts';

const all = '/v3/operator/applications/{applicationId}/documents';

/** What people of ours do with documents; what applicants do is the modal's. */
export const routes: Route[] = [
  {
    operation: 'listDocuments',
    methods: ['GET'],
    paths: [all],
    who: 'operator',
    response: listDocumentsAnswer,
    verb: (house, { params }: Call) => listDocuments(house, params.applicationId ?? ''),
  },
  {
    operation: 'openDocument',
    methods: ['GET'],
    paths: [`${all}/{documentId}`],
    who: 'operator',
    query: reviewQuery,
    response: DocumentOpened,
    verb: (house, { params, query }: Call<unknown, ReviewQuery>) =>
      openForReview(house, {
        ...query,
        applicationId: params.applicationId ?? '',
        documentId: params.documentId ?? '',
      }),
  },
];
