package dev.hemstitch.ads.stitch.live;

import java.util.Optional;
import java.util.Random;

/** The text of one viewer's state, as a server shared by replicas keeps it, which often says that somebody else was faster. */
final class SharedTexts implements LiveStateStore {
    private final Random random;
    private final int refusedPercent;
    private String text = "";
    private long version;
    private int conflicts;

    SharedTexts(long seed, int refusedPercent) {
        this.random = new Random(seed);
        this.refusedPercent = refusedPercent;
    }

    @Override
    public synchronized Optional<Stored> load(String session) {
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(new Stored(LiveState.fromJson(text), Long.toString(version)));
    }

    @Override
    public synchronized boolean compareAndSet(String session, Optional<Stored> expected, LiveState next) {
        boolean isLatest = expected.map(Stored::version).equals(load(session).map(Stored::version));
        if (!isLatest || random.nextInt(100) < refusedPercent) {
            conflicts++;
            return false;
        }
        set(next.toJson());
        return true;
    }

    synchronized String text() {
        return text;
    }

    /** An empty text is a state that was lost. */
    synchronized void set(String newText) {
        text = newText;
        version++;
    }

    synchronized int conflicts() {
        return conflicts;
    }
}
