package dev.hemstitch.ads.stitch.live;

import java.io.IOException;
import java.util.Optional;

/** Where the states of viewers are kept, such as memory or Redis: implemented by the embedder. Safe for use by several threads. */
public interface LiveStateStore {
    /**
     * A state as it is stored.
     *
     * @param state the state
     * @param version what tells whether it is still the one that was read
     */
    record Stored(LiveState state, String version) {}

    /**
     * Reads a viewer's state.
     *
     * @param session what the embedder calls the viewer's session
     * @return the state; empty if there is none
     * @throws IOException if the store cannot be asked
     */
    Optional<Stored> load(String session) throws IOException;

    /**
     * Stores a viewer's state if nobody else has stored one meanwhile.
     *
     * @param session what the embedder calls the viewer's session
     * @param expected what was read; empty if there was nothing
     * @param next what to store
     * @return whether it was stored; not if the store has something else than what was read
     * @throws IOException if the store cannot be asked
     */
    boolean compareAndSet(String session, Optional<Stored> expected, LiveState next) throws IOException;
}
