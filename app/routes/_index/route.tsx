import type { MetaFunction } from '@remix-run/node';

export const meta: MetaFunction = () => [{ title: '暖桥' }];

export default function Home() {
  return (
    <main>
      <h1>暖桥</h1>
      <p>广东捐赠的物资，一路送到广西村屯的每一户。</p>
    </main>
  );
}
