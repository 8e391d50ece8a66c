package dev.hemstitch.examples.kit.jetty;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/**
 * Bodies are read before a handler sees the request, so that no thread waits for one that does not come. A handler is asked when
 * the body is there, when it is longer than any should be, or when it failed to come: what to answer then is the handler's. Jetty's
 * own loader keeps the buffers that bytes came in, and waits on for a body that has failed once; this one copies.
 */
final class AwaitedBodies implements EagerContentHandler.ContentLoaderFactory {
    private final int most;

    private AwaitedBodies(int most) {
        this.most = most;
    }

    /**
     * A handler with bodies that are awaited, of POST; all other requests go straight on.
     *
     * @param most how many bytes are read before it is asked anyway; it reads the rest itself
     * @param handler the handler
     */
    static Handler before(Handler handler, int most) {
        EagerContentHandler before = new EagerContentHandler(handler, new AwaitedBodies(most));
        before.includeMethod("POST");
        return before;
    }

    /** For all types. */
    @Override
    public @Nullable String getApplicableMimeType() {
        return null;
    }

    @Override
    public EagerContentHandler.ContentLoader newContentLoader(
            String contentType,
            String mimeType,
            Handler handler,
            Request request,
            Response response,
            Callback callback) {
        return new Loader(handler, request, response, callback, most);
    }

    private static final class Loader extends EagerContentHandler.ContentLoader implements Invocable.Task {
        private final int most;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream(0);
        private final Deque<Content.Chunk> taken = new ArrayDeque<>();

        Loader(Handler handler, Request request, Response response, Callback callback, int most) {
            super(handler, request, response, callback);
            this.most = most;
        }

        @Override
        protected void load() {
            read(this::ask);
        }

        /** More has come: reading it holds up nobody, but answering may, and needs a thread of its own. */
        @Override
        public void run() {
            read(() -> getRequest().getContext().execute(this::ask));
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }

        private void read(Runnable then) {
            while (true) {
                Content.Chunk chunk = getRequest().read();
                if (chunk == null) {
                    getRequest().demand(this);
                    return;
                }
                if (take(chunk)) {
                    then.run();
                    return;
                }
            }
        }

        /** Whether this is as far as it is read. */
        private boolean take(Content.Chunk chunk) {
            boolean isFailure = Content.Chunk.isFailure(chunk);
            if (!isFailure) {
                body.writeBytes(BufferUtil.toArray(chunk.getByteBuffer()));
                chunk.release();
            }
            if (!isFailure && !chunk.isLast() && body.size() < most) {
                return false;
            }
            taken.add(Content.Chunk.from(ByteBuffer.wrap(body.toByteArray()), false));
            if (isFailure) {
                taken.add(chunk);
            }
            return true;
        }

        private void ask() {
            handle(
                    new Request.Wrapper(getRequest()) {
                        @Override
                        public Content.@Nullable Chunk read() {
                            Content.Chunk first = taken.poll();
                            // Behind the end, there is the end again.
                            return first == null ? super.read() : first;
                        }
                    },
                    getResponse(),
                    getCallback());
        }
    }
}
