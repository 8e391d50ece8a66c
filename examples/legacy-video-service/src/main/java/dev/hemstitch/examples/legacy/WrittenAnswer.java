package dev.hemstitch.examples.legacy;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/** An answer being written without blocking: a client that reads slowly holds no thread. */
final class WrittenAnswer implements WriteListener {
    private final byte[] bytes;
    private final ServletOutputStream out;
    private final Runnable end;
    private boolean isWritten;
    private boolean isEnded;

    /**
     * An answer.
     *
     * @param bytes what to write
     * @param out where to
     * @param end what to do when it is taken, or the client is gone
     */
    WrittenAnswer(byte[] bytes, ServletOutputStream out, Runnable end) {
        this.bytes = bytes;
        this.out = out;
        this.end = end;
    }

    @Override
    public void onWritePossible() throws IOException {
        if (!isWritten && out.isReady()) {
            isWritten = true;
            out.write(bytes);
        }
        if (isWritten && out.isReady()) {
            endOnce();
        }
    }

    @Override
    public void onError(Throwable cause) {
        endOnce();
    }

    private void endOnce() {
        if (!isEnded) {
            isEnded = true;
            end.run();
        }
    }
}
