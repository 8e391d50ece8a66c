package dev.hemstitch.examples.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** When all of a fetch must be over: looking up, connecting, redirects, headers and body. */
final class Deadline {
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Duration whole;
    private final long endNanos;

    Deadline(Duration timeout) {
        this.whole = timeout.compareTo(LONGEST) > 0 ? LONGEST : timeout;
        this.endNanos = System.nanoTime() + whole.toNanos();
    }

    /**
     * Waits for something, but not beyond the deadline; what comes late, or to a thread that is interrupted, is cancelled.
     *
     * @throws HttpTimeoutException if it is not there in time
     * @throws IOException if it failed
     */
    <T> T await(CompletableFuture<T> future) throws IOException {
        try {
            return future.get(Math.max(0, endNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | CancellationException e) {
            throw new HttpTimeoutException("timed out: there was no whole answer within " + whole.toMillis() + " ms");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("interrupted");
            interrupted.initCause(e);
            throw interrupted;
        } catch (ExecutionException e) {
            throw failure(e);
        } finally {
            future.cancel(true);
        }
    }

    /** As it was thrown where the request was made, so that its type tells: a timeout, no connection, a body too long. */
    private static IOException failure(ExecutionException e) {
        Throwable cause = e;
        while (isWrapping(cause) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof IOException io ? io : new IOException("the answer cannot be read: " + cause, cause);
    }

    private static boolean isWrapping(Throwable e) {
        return e instanceof ExecutionException || e instanceof CompletionException || e instanceof UncheckedIOException;
    }
}
