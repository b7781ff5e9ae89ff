import { useEffect } from 'react';
import { routes, useParams } from '@/client/routes';
import { useShare } from '@/client/share';
import { useCall } from '@/client/use-call';
import type { NewsView } from '@/contract/news';
import { Button, Empty, ErrorState, Page, Skeleton } from '@/ui';
import { NewsBody } from '../parts/body';
import { copy } from '../parts/copy';
import { keepView, viewOnPhone } from '../parts/kept-news';

/** One item: its words, the law's words, whom it touches, and where one goes from here. */
export default function NewsItem() {
  const { id = '' } = useParams<'id'>();
  const { data, error, reload } = useCall('news.show', { id });
  useEffect(() => {
    if (data) keepView(data);
  }, [data]);
  // what was read before can be read without a signal; what the server does not have any more cannot
  const view = data ?? (error?.name === 'NotFound' ? null : viewOnPhone(id));
  useShare(view?.title ?? copy.title, routes.newsItem(id));
  if (!view) {
    return (
      <Page title={copy.title}>
        {error ? <ErrorState error={error} onRetry={() => void reload()} /> : <Skeleton lines={8} />}
      </Page>
    );
  }
  if (view.withdrawn_at !== null) {
    return (
      <Page title={copy.title}>
        <Empty title={copy.withdrawn} line={copy.withdrawnLine}>
          <Button block to={routes.news()}>
            {copy.all}
          </Button>
        </Empty>
      </Page>
    );
  }
  return <Item view={view} />;
}

function Item({ view }: { view: NewsView }) {
  const { service } = view;
  const { data } = useCall('news.picture', { id: view.id }, view.picture !== null);
  return (
    <Page
      title={copy.title}
      bar={
        service ? (
          <Button block to={routes.service(service.id)}>
            {copy.go(service.title)}
          </Button>
        ) : undefined
      }
    >
      <NewsBody view={view} picture={data ? `data:${data.type};base64,${data.base64}` : null} />
      <Button kind="secondary" block to={routes.news()}>
        {copy.all}
      </Button>
    </Page>
  );
}
