package dev.hemstitch.examples.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Takes a body up to a limit. What is beyond is not read: the connection is given up. */
final class BoundedBody implements BodySubscriber<byte[]> {
    /** Reading so much of a body that nobody wants keeps the connection for the next request; more is not worth it. */
    private static final int MOST_UNWANTED_BYTES = 1 << 14;

    private static final int FIRST_BYTES = 1 << 13;

    private final CompletableFuture<byte[]> result = new CompletableFuture<>();
    private final ByteArrayOutputStream bytes;
    private final int mostBytes;
    private final Optional<IOException> failure;
    private Runnable giveUp = () -> {};

    private BoundedBody(int mostBytes, int expectedBytes, Optional<IOException> failure) {
        this.mostBytes = mostBytes;
        this.bytes = new ByteArrayOutputStream(expectedBytes);
        this.failure = failure;
    }

    /** The body of an answer; if it is longer than the limit, or says so, that is an {@link IOException}. */
    static BoundedBody upTo(int mostBytes, ResponseInfo answer) {
        OptionalLong length = answer.headers().firstValueAsLong("Content-Length");
        // What a server only announces is not allocated.
        int expected = (int) Math.max(0, Math.min(length.orElse(FIRST_BYTES), FIRST_BYTES * 8L));
        boolean tooLong = length.orElse(0) > mostBytes;
        return new BoundedBody(tooLong ? 0 : mostBytes, expected, Optional.of(tooLong(mostBytes)));
    }

    /** A body that is not wanted. */
    static BoundedBody unwanted() {
        return new BoundedBody(MOST_UNWANTED_BYTES, 0, Optional.empty());
    }

    static IOException tooLong(int mostBytes) {
        return new IOException("the body is longer than " + mostBytes + " bytes");
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return result;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        giveUp = subscription::cancel;
        if (mostBytes == 0) {
            end();
        } else {
            subscription.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (result.isDone()) {
                return;
            }
            if (buffer.remaining() > mostBytes - bytes.size()) {
                end();
                return;
            }
            byte[] piece = new byte[buffer.remaining()];
            buffer.get(piece);
            bytes.write(piece, 0, piece.length);
        }
    }

    /** There is more than the limit. */
    private void end() {
        giveUp.run();
        failure.ifPresentOrElse(result::completeExceptionally, this::onComplete);
    }

    @Override
    public void onError(Throwable throwable) {
        result.completeExceptionally(throwable);
    }

    @Override
    public void onComplete() {
        result.complete(bytes.toByteArray());
    }
}
