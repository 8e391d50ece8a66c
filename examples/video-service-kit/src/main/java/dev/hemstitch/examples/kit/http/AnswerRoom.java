package dev.hemstitch.examples.kit.http;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much of answers may be on its way at one time. What a client has not taken yet is in memory; many that ask for long playlists
 * and read slowly would take all of it. Safe for use by several threads.
 */
public final class AnswerRoom {
    private static final int PART_OF_MEMORY = 4;

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    /** Room for as many bytes as are a quarter of the heap's most. */
    public AnswerRoom() {
        this(Runtime.getRuntime().maxMemory() / PART_OF_MEMORY);
    }

    AnswerRoom(long most) {
        this.most = most;
    }

    /**
     * Takes room for an answer.
     *
     * @param answer the answer
     * @return what to send, and to {@linkplain #leave take the room back from} when it is sent or the client is gone: the answer, or
     *     a refusal with status 503 if there is no room
     */
    public ServiceAnswer enter(ServiceAnswer answer) {
        if (taken.addAndGet(answer.body().length()) <= most) {
            return answer;
        }
        leave(answer);
        ServiceAnswer refusal = ServiceAnswer.error(503, "too much is being sent already");
        taken.addAndGet(refusal.body().length());
        return refusal;
    }

    /** {@return how many bytes are on their way} */
    public long taken() {
        return taken.get();
    }

    /**
     * Gives the room of an answer back.
     *
     * @param answer what {@link #enter} gave
     */
    public void leave(ServiceAnswer answer) {
        taken.addAndGet(-answer.body().length());
    }
}
