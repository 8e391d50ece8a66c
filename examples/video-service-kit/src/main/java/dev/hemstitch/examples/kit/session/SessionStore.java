package dev.hemstitch.examples.kit.session;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Where sessions are, for one process or for many. Values are texts; whoever changes one says which version it was made of, so
 * nothing that another replica wrote is ever lost. Safe for use by several threads.
 */
public interface SessionStore extends AutoCloseable {
    /** As long as the store keeps anything. */
    Duration LONGEST = Duration.ofDays(10_000);

    /**
     * What is stored.
     *
     * @param value the text
     * @param version what tells this version from all others: a beginning that all versions since the value was first written
     *     have in common, a point, and a number that rises
     */
    record Stored(String value, String version) {
        /**
         * Whether both come from the same beginning; if not, one was lost in between.
         *
         * @param other another version of the same value
         * @return whether the later one was made of the earlier one, step by step
         */
        public boolean isOfOneLine(Stored other) {
            return line().equals(other.line());
        }

        private String line() {
            return version.substring(0, version.lastIndexOf('.') + 1);
        }

        /**
         * The version behind another.
         *
         * @param before what is replaced; empty for a beginning
         * @return the version
         */
        static String next(Optional<Stored> before) {
            return before.map(stored -> stored.line()
                            + (Long.parseLong(stored.version()
                                            .substring(stored.line().length()))
                                    + 1))
                    .orElseGet(() -> UUID.randomUUID() + ".1");
        }
    }

    /**
     * Reads a value, which then lives longer.
     *
     * @param key its key: printable ASCII
     * @return the value; empty if there is none, or if it expired
     * @throws IOException if the store does not answer
     */
    Optional<Stored> load(String key) throws IOException;

    /**
     * Writes a value if nobody else did.
     *
     * @param key its key: printable ASCII
     * @param expected what was loaded before; empty if there was nothing
     * @param value the new value
     * @return what is stored now; empty if it is not stored, since another one is: load that
     * @throws IOException if the store does not answer; whether the value is stored is then unknown
     */
    default Optional<Stored> compareAndSet(String key, Optional<Stored> expected, String value) throws IOException {
        return compareAndSet(key, expected, value, LONGEST);
    }

    /**
     * Writes a value that may not be needed for long if nobody else did.
     *
     * @param key its key: printable ASCII
     * @param expected what was loaded before; empty if there was nothing
     * @param value the new value
     * @param kept how long it lives after it was last loaded or written, but no longer than the store keeps anything
     * @return what is stored now; empty if it is not stored, since another one is: load that
     * @throws IOException if the store does not answer; whether the value is stored is then unknown
     */
    Optional<Stored> compareAndSet(String key, Optional<Stored> expected, String value, Duration kept)
            throws IOException;

    @Override
    void close();
}
