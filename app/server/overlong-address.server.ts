import type { Server } from 'node:http';
import type { Socket } from 'node:net';

const PAGE = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>网址太长 · 暖桥</title>
<body style="max-width:34rem;margin:3rem auto;padding:0 1rem;background:#faf7f1;color:#2b2a27;font:1.1rem/1.7 system-ui,sans-serif">
<h1 style="font-size:1.5rem">网址太长</h1>
<p>这个网址太长，没有打开，数据没有变动。请从首页重新进入要看的页面。</p>
<p><a href="/" style="color:#a8421d">回到首页</a></p>
</body>
</html>
`;

const STATUS: Record<string, string | undefined> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/** A request whose head is larger than Node reads (16 kB) reaches no page: it is told so, where Node alone says nothing. */
export function answerOverlong(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const page = error.code === 'HPE_HEADER_OVERFLOW' ? PAGE : '';
    const head = [
      `HTTP/1.1 ${STATUS[error.code ?? ''] ?? '400 Bad Request'}`,
      'Content-Type: text/html; charset=utf-8',
      "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'",
      `Content-Length: ${Buffer.byteLength(page)}`,
      'Connection: close',
    ];
    socket.end(`${head.join('\r\n')}\r\n\r\n${page}`);
  });
}
